#include "adapters/process/limited_run.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace jalon::process {

namespace {

using Clock = std::chrono::steady_clock;

void demand(int error, char const* what) {
  if (error != 0) throw std::system_error(error, std::generic_category(), what);
}

// Where the program may leave what it needs for a moment; it may have been stopped before it cleared up.
class Scratch {
 public:
  Scratch() {
    std::string name = std::filesystem::temp_directory_path() / "jalon-run-XXXXXX";
    demand(mkdtemp(name.data()) != nullptr ? 0 : errno, "mkdtemp");
    folder_ = name;
  }
  Scratch(Scratch const&) = delete;
  ~Scratch() {
    std::error_code left_there;
    std::filesystem::remove_all(folder_, left_there);
  }
  std::string variable() const { return "TMPDIR=" + folder_.string(); }

 private:
  std::filesystem::path folder_;
};

// A pair of sockets serves as a pipe, because a write to one that is gone can be told to raise no signal.
struct Channel {
  int ours = -1, theirs = -1;
  Channel() {
    std::array<int, 2> ends{};
    demand(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0 ? 0 : errno, "socketpair");
    ours = ends[0], theirs = ends[1];
  }
  ~Channel() {
    close(ours);
    close_theirs();
  }
  void close_theirs() {
    if (theirs >= 0) close(theirs);
    theirs = -1;
  }
};

pid_t spawn(std::vector<std::string>& words, std::string const& scratch, int channel) {
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  std::array<char const*, 5> const environment{"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=/",
                                               scratch.c_str(), nullptr};
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, channel, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, channel, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t all, none;
  sigfillset(&all), sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  pid_t child = 0;
  int const error = posix_spawn(&child, pointers[0], &files, &attributes, pointers.data(),
                                const_cast<char* const*>(environment.data()));
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  demand(error, "posix_spawn");
  return child;
}

void limit(pid_t child, RunLimits const& limits) {
  auto const seconds = rlim_t(std::chrono::duration_cast<std::chrono::seconds>(limits.time).count() + 1);
  rlimit const memory{limits.memory_bytes, limits.memory_bytes}, cpu{seconds, seconds}, core{0, 0};
  prlimit(child, RLIMIT_AS, &memory, nullptr);
  prlimit(child, RLIMIT_CPU, &cpu, nullptr);
  prlimit(child, RLIMIT_CORE, &core, nullptr);
}

// Writes and reads at once, so that neither side waits for the other for ever.
class Conversation {
 public:
  Conversation(int channel, std::string_view input) : channel_(channel), input_(input) {}

  RunEnd hold(Clock::time_point end, std::size_t most_bytes) {
    for (;;) {
      auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
      pollfd waiting{channel_, short(POLLIN | (input_.empty() ? 0 : POLLOUT)), 0};
      int const ready = left > 0 ? poll(&waiting, 1, int(left)) : 0;
      if (ready == 0) return {RunEnd::How::too_slow, ""};
      if (ready < 0 && errno != EINTR) return {};
      if (ready > 0 && (waiting.revents & POLLOUT) != 0) write_some();
      if (ready > 0 && (waiting.revents & (POLLIN | POLLHUP | POLLERR)) != 0 && !read_some())
        return {RunEnd::How::finished, std::move(output_)};
      if (output_.size() > most_bytes) return {RunEnd::How::too_much_output, ""};
    }
  }

 private:
  void write_some() {
    auto const count = send(channel_, input_.data(), input_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count > 0) input_.remove_prefix(std::size_t(count));
    if (count < 0 && errno != EAGAIN && errno != EINTR) input_ = {};  // it no longer listens
    if (input_.empty()) shutdown(channel_, SHUT_WR);
  }
  bool read_some() {
    std::array<char, 65536> buffer{};
    auto const count = recv(channel_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count > 0) output_.append(buffer.data(), std::size_t(count));
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
  }

  int channel_;
  std::string_view input_;
  std::string output_;
};

}  // namespace

RunEnd run_limited(std::vector<std::string> words, std::string const& input, RunLimits const& limits) {
  auto const end = Clock::now() + limits.time;
  Scratch const scratch;
  Channel channel;
  pid_t const child = spawn(words, scratch.variable(), channel.theirs);
  channel.close_theirs();
  limit(child, limits);
  auto run = Conversation(channel.ours, input).hold(end, limits.output_bytes);
  if (run.how != RunEnd::How::finished) kill(-child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  bool const succeeded = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (run.how == RunEnd::How::finished && !succeeded) return {};
  return run;
}

}  // namespace jalon::process
