#include "tests/kit/process.hpp"

extern "C" {  // glibc 2.36 forgets to say so itself
#include <sys/pidfd.h>
}
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <exception>
#include <stdexcept>

namespace jalon::kit {
namespace {

[[noreturn]] void work_and_stand_still(std::function<void()> const& work, int ready) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  try {
    work();
    if (write(ready, "!", 1) == 1) {
      while (true) {
        pause();
      }
    }
  } catch (std::exception const& failure) {
    std::fprintf(stderr, "in the child: %s\n", failure.what());
  }
  _exit(1);
}

}  // namespace

Child::Child(std::function<void()> const& work) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe");
  }
  process_ = fork();
  if (process_ == 0) {
    close(ends[0]);
    work_and_stand_still(work, ends[1]);
  }
  close(ends[1]);
  char ready = 0;
  auto const count = read(ends[0], &ready, 1);
  close(ends[0]);
  if (count != 1) {
    kill_9();
    throw std::runtime_error("the child failed");
  }
}

Child::~Child() {
  kill_9();
}

void Child::kill_9() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
  }
}

ProcessWatch::ProcessWatch(pid_t process) : descriptor_(pidfd_open(process, 0)) {
  if (descriptor_ < 0) {
    throw std::runtime_error("no such process");
  }
}

ProcessWatch::~ProcessWatch() {
  close(descriptor_);
}

bool ProcessWatch::ends_within(std::chrono::milliseconds limit) const {
  pollfd watched{descriptor_, POLLIN, 0};
  return poll(&watched, 1, static_cast<int>(limit.count())) > 0;
}

}  // namespace jalon::kit
