#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>

#include "adapters/postgres/cluster/folder_lock.hpp"

namespace jalon::kit {

/// An empty folder, in memory (/dev/shm) or under /tmp, that other accounts may traverse (PostgreSQL runs as
/// one of them when the tests run as root), removed with the object. What killed test programs left is
/// removed on the way.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;

  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
  std::optional<postgres::FolderLock> in_use_;
  pid_t owner_;
};

}  // namespace jalon::kit
