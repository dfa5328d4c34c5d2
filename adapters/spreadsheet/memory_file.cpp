#include "adapters/spreadsheet/memory_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace jalon::spreadsheet {

namespace {

[[noreturn]] void fail() {
  throw std::system_error(errno, std::generic_category(), "a file in memory");
}

}  // namespace

MemoryFile::MemoryFile() : descriptor_(memfd_create("jalon", MFD_CLOEXEC)) {
  if (descriptor_ < 0) fail();
}

MemoryFile::~MemoryFile() {
  close(descriptor_);
}

std::string MemoryFile::path() const {
  return "/proc/self/fd/" + std::to_string(descriptor_);
}

std::string MemoryFile::content() const {
  struct stat known {};
  if (fstat(descriptor_, &known) != 0) fail();
  std::string content(static_cast<std::size_t>(known.st_size), '\0');
  for (std::size_t read = 0; read < content.size();) {
    auto const step = pread(descriptor_, content.data() + read, content.size() - read, off_t(read));
    if (step <= 0) fail();
    read += static_cast<std::size_t>(step);
  }
  return content;
}

}  // namespace jalon::spreadsheet
