#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>

namespace jalon::kit {

/// A child process that a test means to kill. It runs `work`, reports that it is ready, and then stands
/// still until its end; it also ends with the test.
class Child {
 public:
  /// Returns when the child is ready. Throws when `work` threw.
  explicit Child(std::function<void()> const& work);
  ~Child();
  Child(Child const&) = delete;
  Child& operator=(Child const&) = delete;

  pid_t process() const { return process_; }
  /// `kill -9`; returns when it is dead.
  void kill_9();

 private:
  pid_t process_;
};

/// Takes hold of any process, so that its end can be awaited without mistaking it for a later one.
class ProcessWatch {
 public:
  explicit ProcessWatch(pid_t process);
  ~ProcessWatch();
  ProcessWatch(ProcessWatch const&) = delete;
  ProcessWatch& operator=(ProcessWatch const&) = delete;

  bool ends_within(std::chrono::milliseconds limit) const;

 private:
  int descriptor_;
};

}  // namespace jalon::kit
