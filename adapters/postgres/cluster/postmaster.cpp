#include "adapters/postgres/cluster/postmaster.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <fstream>
#include <vector>

#include "adapters/postgres/cluster/child_process.hpp"
#include "adapters/postgres/cluster/cluster_error.hpp"
#include "adapters/postgres/cluster/server_file.hpp"

namespace jalon::postgres {
namespace {

using namespace std::chrono_literals;

constexpr auto between_looks = 5ms;
constexpr auto before_restart = 300ms;
constexpr int most_failed_starts = 4;
constexpr auto stop_patience = 30s;

// What no settings file may change: no network, and nothing acknowledged is ever lost.
std::vector<std::string> command_line(DataFolder const& folder, Binaries const& binaries,
                                      std::filesystem::path const& socket_folder) {
  return {binaries.postgres().string(),
          "-D",
          folder.cluster().string(),
          "-k",
          socket_folder.string(),
          "-p",
          "5432",
          "-c",
          "listen_addresses=",
          "-c",
          "unix_socket_permissions=0700",
          "-c",
          "fsync=on",
          "-c",
          "full_page_writes=on",
          "-c",
          "synchronous_commit=on"};
}

std::string last_line(std::filesystem::path const& file) {
  std::ifstream source(file);
  std::string last;
  for (std::string line; std::getline(source, line);) {
    if (line.find("FATAL") != std::string::npos || last.empty()) {
      last = line;
    }
  }
  return last;
}

void wait_for_end(pid_t process) {
  siginfo_t ended{};
  while (waitid(P_PID, static_cast<id_t>(process), &ended, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
  }
}

}  // namespace

Postmaster::Postmaster(DataFolder folder, Binaries const& binaries,
                       std::filesystem::path const& socket_folder)
    : folder_(std::move(folder)),
      words_(command_line(folder_, binaries, socket_folder)),
      keeper_([this] { keep(); }) {
  try {
    wait_until_ready();
  } catch (...) {
    stop();
    throw;
  }
}

Postmaster::~Postmaster() {
  stop();
}

void Postmaster::keep() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    if (start_once(lock)) {
      waitpid(process_, nullptr, 0);  // only now may its number be given to another process
      process_ = 0;
    }
    ++ended_;
    changed_.notify_all();
    changed_.wait_for(lock, before_restart, [this] { return stopping_; });
  }
}

bool Postmaster::start_once(std::unique_lock<std::mutex>& lock) {
  int const log =
      open(folder_.start_log().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  try {
    process_ = start(Command{words_, folder_.account, log, true});
  } catch (ClusterError const&) {
    process_ = 0;
  }
  close(log);
  if (process_ == 0) {
    return false;
  }
  lock.unlock();
  wait_for_end(process_);
  lock.lock();
  return true;
}

void Postmaster::wait_until_ready() {
  std::unique_lock lock(mutex_);
  while (ended_ < most_failed_starts) {
    auto const file = read_server_file(folder_.cluster());
    if (file && file->ready && file->process == process_) {
      return;
    }
    changed_.wait_for(lock, between_looks);
  }
  throw ClusterError("PostgreSQL n'a pas pu démarrer dans « " + folder_.root.string() + " » (journal : « " +
                     folder_.start_log().string() + " ») : " + last_line(folder_.start_log()));
}

void Postmaster::stop() {
  std::unique_lock lock(mutex_);
  stopping_ = true;
  changed_.notify_all();
  for (int const request : {SIGINT, SIGQUIT, SIGKILL}) {
    if (process_ != 0) {
      kill(process_, request);
      changed_.wait_for(lock, stop_patience, [this] { return process_ == 0; });
    }
  }
  lock.unlock();
  keeper_.join();
}

}  // namespace jalon::postgres
