#include "adapters/postgres/cluster/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <thread>

#include "adapters/postgres/cluster/cluster_error.hpp"

namespace jalon::postgres {
namespace {

constexpr std::chrono::milliseconds between_tries{20};

int locking(FolderLock::Mode mode) {
  switch (mode) {
    case FolderLock::Mode::exclusive:
      return LOCK_EX | LOCK_NB;
    case FolderLock::Mode::shared:
      return LOCK_SH | LOCK_NB;
  }
  return LOCK_EX | LOCK_NB;
}

}  // namespace

std::optional<FolderLock> FolderLock::try_take(std::filesystem::path const& file, Mode mode) {
  int const descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    throw ClusterError("Le fichier « " + file.string() +
                       " » ne peut pas être ouvert : il appartient sans doute à un autre utilisateur, sous "
                       "lequel Jalon a été lancé auparavant.");
  }
  FolderLock lock(descriptor);
  if (flock(descriptor, locking(mode)) != 0) {
    return std::nullopt;
  }
  return lock;
}

std::optional<FolderLock> FolderLock::take(std::filesystem::path const& file, Mode mode,
                                           std::chrono::milliseconds patience) {
  auto const end = std::chrono::steady_clock::now() + patience;
  while (true) {
    if (auto lock = try_take(file, mode)) {
      return lock;
    }
    if (std::chrono::steady_clock::now() >= end) {
      return std::nullopt;
    }
    std::this_thread::sleep_for(between_tries);
  }
}

std::string FolderLock::holder(std::filesystem::path const& file) {
  std::string number;
  std::ifstream(file) >> number;
  return number;
}

void FolderLock::sign() const {
  auto const number = std::to_string(getpid()) + "\n";
  if (ftruncate(descriptor_, 0) != 0 || pwrite(descriptor_, number.data(), number.size(), 0) < 0) {
    throw ClusterError("Le dossier de données n'accepte plus d'écriture : le disque est-il plein ?");
  }
}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) {
    close(descriptor_);
  }
}

}  // namespace jalon::postgres
