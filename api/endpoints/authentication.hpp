// Who calls: the bearer token, looked up by its hash. An answer is remembered for a second, so that a busy
// client costs one look-up a second and a disabled account is out within one, on every process.
#pragma once
#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

#include "engine/ports/registers.hpp"

namespace jalon::api {

class Authentication {
 public:
  explicit Authentication(Registers& registers) : registers_(registers) {}
  // Nobody when there is no token, or none that counts.
  std::optional<Registers::Caller> caller(std::optional<std::string> const& authorization_header);

 private:
  using SteadyTime = std::chrono::steady_clock::time_point;
  struct Remembered {
    std::optional<Registers::Caller> caller;
    SteadyTime until;
  };
  Registers& registers_;
  std::mutex mutex_;
  std::unordered_map<std::string, Remembered> remembered_;
};

}  // namespace jalon::api
