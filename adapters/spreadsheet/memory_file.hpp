#pragma once
#include <string>

namespace jalon::spreadsheet {

/// A file that exists in memory only, for a library that wants the name of one. Throws std::system_error.
class MemoryFile {
 public:
  MemoryFile();
  MemoryFile(MemoryFile const&) = delete;
  MemoryFile& operator=(MemoryFile const&) = delete;
  ~MemoryFile();

  std::string path() const;     ///< good for this process, while this object lives
  std::string content() const;  ///< everything that was written to it

 private:
  int descriptor_;
};

}  // namespace jalon::spreadsheet
