#include "tests/kit/temporary_folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace jalon::kit {
namespace {

namespace fs = std::filesystem;
using postgres::FolderLock;

fs::path lock_of(fs::path const& folder) {
  return folder / ".in-use";
}

// In memory where there is room: PostgreSQL waits for the disk at every commit, and on a busy machine that
// is what the tests would spend their time on.
fs::path roomiest_parent() {
  constexpr std::uintmax_t wanted_bytes = 2'000'000'000;
  std::error_code problem;
  auto const room = fs::space("/dev/shm", problem);
  return !problem && room.available >= wanted_bytes ? "/dev/shm" : "/tmp";
}

void remove_leftovers(fs::path const& parent) {
  std::error_code ignored;
  for (auto const& entry : fs::directory_iterator(parent, ignored)) {
    bool const ours = entry.path().filename().string().starts_with("jalon-test-") &&
                      access(lock_of(entry.path()).c_str(), R_OK | W_OK) == 0;
    if (ours && FolderLock::try_take(lock_of(entry.path()), FolderLock::Mode::exclusive)) {
      fs::remove_all(entry.path(), ignored);
    }
  }
}

}  // namespace

TemporaryFolder::TemporaryFolder() : owner_(getpid()) {
  auto const parent = roomiest_parent();
  auto const gate = FolderLock::take(parent / ("jalon-tests-" + std::to_string(geteuid()) + ".lock"),
                                     FolderLock::Mode::exclusive, std::chrono::minutes(2));
  remove_leftovers(parent);
  auto name = (parent / "jalon-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr || chmod(name.c_str(), 0711) != 0) {
    throw std::runtime_error("no temporary folder can be made");
  }
  path_ = name;
  in_use_ = FolderLock::try_take(lock_of(path_), FolderLock::Mode::exclusive);
}

TemporaryFolder::~TemporaryFolder() {
  if (getpid() == owner_) {  // and not a child that a test forked
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
}

}  // namespace jalon::kit
