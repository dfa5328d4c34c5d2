#pragma once

#include <algorithm>
#include <chrono>
#include <random>

namespace jalon::postgres {

/// Waits between attempts at something that fails: each twice as long as the one before, up to a limit, and
/// shortened by chance (to between half and the whole), so that many processes do not come back at once.
class BackOff {
 public:
  using Duration = std::chrono::milliseconds;

  BackOff(Duration first, Duration longest)
      : first_(first), longest_(longest), current_(first), random_(std::random_device{}()) {}

  Duration next() {
    std::uniform_int_distribution<Duration::rep> chance(current_.count() / 2, current_.count());
    current_ = std::min(current_ * 2, longest_);
    return Duration(chance(random_));
  }

  void reset() { current_ = first_; }

 private:
  Duration first_;
  Duration longest_;
  Duration current_;
  std::mt19937_64 random_;
};

}  // namespace jalon::postgres
