#include "adapters/postgres/cluster/child_process.hpp"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

#include "adapters/postgres/cluster/cluster_error.hpp"

namespace jalon::postgres {
namespace {

constexpr int could_not_start = 127;

bool is_passed_on(std::string_view variable) {
  constexpr std::array hidden{"PG", "LC_", "LANG", "JALON_", "NOTIFY_SOCKET", "LISTEN_"};
  for (std::string_view const prefix : hidden) {
    if (variable.starts_with(prefix)) {
      return false;
    }
  }
  return true;
}

std::vector<std::string> child_environment() {
  std::vector<std::string> variables{"LC_ALL=C.UTF-8"};
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (is_passed_on(*variable)) {
      variables.emplace_back(*variable);
    }
  }
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> found;
  for (auto& word : words) {
    found.push_back(word.data());
  }
  found.push_back(nullptr);
  return found;
}

void reset_signals() noexcept {
  for (int number = 1; number < NSIG; ++number) {
    signal(number, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

bool redirect(int output) noexcept {
  int const nothing = open("/dev/null", O_RDWR);
  int const target = output < 0 ? nothing : output;
  return nothing >= 0 && dup2(nothing, STDIN_FILENO) >= 0 && dup2(target, STDOUT_FILENO) >= 0 &&
         dup2(target, STDERR_FILENO) >= 0 && close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0;
}

// The kernel forgets the wish when the identity changes: hence after become().
bool end_with(pid_t parent) noexcept {
  return prctl(PR_SET_PDEATHSIG, SIGINT) == 0 && getppid() == parent;
}

// Runs in the forked child of a process with several threads: system calls only, no allocation.
[[noreturn]] void execute(Command const& command, char* const* words, char* const* environment,
                          pid_t parent) noexcept {
  reset_signals();
  setsid();
  umask(077);
  bool const ready = chdir("/") == 0 && redirect(command.output) && become(command.account) &&
                     (!command.ends_with_us || end_with(parent));
  if (ready) {
    execve(words[0], words, environment);
  }
  _exit(could_not_start);
}

std::string read_all(int source) {
  std::string text;
  std::array<char, 4096> buffer{};
  while (true) {
    auto const count = read(source, buffer.data(), buffer.size());
    if (count > 0) {
      text.append(buffer.data(), static_cast<std::size_t>(count));
    } else if (count == 0 || errno != EINTR) {
      return text;
    }
  }
}

}  // namespace

pid_t start(Command const& command) {
  auto words = command.words;
  auto environment = child_environment();
  auto const word_pointers = pointers(words);
  auto const environment_pointers = pointers(environment);
  pid_t const parent = getpid();
  pid_t const child = fork();
  if (child == 0) {
    execute(command, word_pointers.data(), environment_pointers.data(), parent);
  }
  if (child < 0) {
    throw ClusterError("Le système refuse de créer un processus pour " + words.front() + ".");
  }
  return child;
}

Outcome run(Command command) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw ClusterError("Le système refuse d'ouvrir un tube pour " + command.words.front() + ".");
  }
  command.output = ends[1];
  pid_t const child = start(command);
  close(ends[1]);
  Outcome outcome{false, read_all(ends[0])};
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  outcome.succeeded = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return outcome;
}

}  // namespace jalon::postgres
