#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace jalon::postgres {

/// A lock on a file (flock), held while the object lives. The kernel releases it when the process ends in
/// whatever way, `kill -9` included, so that a killed run never bars the next one.
class FolderLock {
 public:
  enum class Mode { exclusive, shared };

  /// Nothing when another process holds it. Throws ClusterError when the file cannot be opened.
  static std::optional<FolderLock> try_take(std::filesystem::path const& file, Mode mode);

  /// Tries until `patience` is over.
  static std::optional<FolderLock> take(std::filesystem::path const& file, Mode mode,
                                        std::chrono::milliseconds patience);

  /// What the holder wrote, for a message: the number of its process, or nothing yet.
  static std::string holder(std::filesystem::path const& file);

  /// Writes the number of our process into the file.
  void sign() const;

  FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FolderLock& operator=(FolderLock&& other) noexcept;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace jalon::postgres
