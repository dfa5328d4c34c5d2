#include "adapters/postgres/cluster/server_file.hpp"

extern "C" {  // glibc 2.36 forgets to say so itself
#include <sys/pidfd.h>
}

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <string>
#include <utility>

#include "adapters/postgres/cluster/cluster_error.hpp"

namespace jalon::postgres {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds patience{30'000};

fs::path server_file(fs::path const& cluster) {
  return cluster / "postmaster.pid";
}

pid_t number_in(std::string const& line) {
  try {
    return static_cast<pid_t>(std::stol(line));
  } catch (std::logic_error const&) {
    return 0;
  }
}

bool ends_within(int process_descriptor, std::chrono::milliseconds limit) {
  auto const end = std::chrono::steady_clock::now() + limit;
  while (true) {
    auto const left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    pollfd watched{process_descriptor, POLLIN, 0};
    int const answer = poll(&watched, 1, static_cast<int>(std::max(left, left.zero()).count()));
    if (answer > 0 || (answer < 0 && errno != EINTR)) {
      return answer > 0;
    }
    if (answer == 0) {
      return false;
    }
  }
}

bool stop(pid_t process, fs::path const& cluster) {
  int const descriptor = pidfd_open(process, 0);
  if (descriptor < 0) {
    return errno == ESRCH;
  }
  bool ended = !is_server_of(process, cluster);  // it may have ended before we took hold of it
  for (int const request : {SIGINT, SIGQUIT}) {
    if (!ended) {
      pidfd_send_signal(descriptor, request, nullptr, 0);
      ended = ends_within(descriptor, patience);
    }
  }
  close(descriptor);
  return ended;
}

}  // namespace

// Lines: process, data folder, start time, port, socket folder, address, shared memory, status.
std::optional<ServerFile> read_server_file(fs::path const& cluster) {
  std::ifstream file(server_file(cluster));
  std::array<std::string, 8> lines;
  for (auto& line : lines) {
    std::getline(file, line);
  }
  ServerFile found{number_in(lines[0]), lines[4], lines[7].starts_with("ready")};
  if (found.process <= 0) {
    return std::nullopt;
  }
  return found;
}

bool is_server_of(pid_t process, fs::path const& cluster) {
  std::error_code problem;
  auto const folder = fs::read_symlink("/proc/" + std::to_string(process) + "/cwd", problem);
  return !problem && folder == fs::weakly_canonical(cluster, problem);
}

void stop_leftover_server(fs::path const& cluster) {
  auto const found = read_server_file(cluster);
  if (found && is_server_of(found->process, cluster) && !stop(found->process, cluster)) {
    throw ClusterError("Un ancien serveur PostgreSQL (processus " + std::to_string(found->process) +
                       ") occupe encore « " + cluster.string() + " » et ne s'arrête pas.");
  }
  std::error_code ignored;
  fs::remove(server_file(cluster), ignored);
}

}  // namespace jalon::postgres
