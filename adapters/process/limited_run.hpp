#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace jalon::process {

// What a program may use at most before it is stopped.
struct RunLimits {
  std::chrono::milliseconds time;
  std::size_t memory_bytes;  // of address space
  std::size_t output_bytes;
};

struct RunEnd {
  enum class How { finished, failed, too_slow, too_much_output } how = How::failed;
  std::string output;  // what it wrote, when it finished
};

// Runs a program to its end without a shell: `words` are its path and arguments, `input` is what it reads. It
// gets a bare environment, a temporary folder that goes with it, none of our open files, and leaves no core.
// What it says on standard error is dropped, since it may quote a letter. Throws std::system_error when the
// system refuses a process.
RunEnd run_limited(std::vector<std::string> words, std::string const& input, RunLimits const& limits);

}  // namespace jalon::process
