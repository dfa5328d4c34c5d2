// Who calls: by bearer token, or by the session cookie of the pages. A token's answer is remembered for a
// second, so that a busy client costs one look-up a second and a disabled account is out within one, on every
// process; a session is looked up each time, so that being asked counts as being used.
#pragma once
#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

#include "api/http/message.hpp"
#include "engine/ports/log_ins.hpp"

namespace jalon::api {

class Authentication {
 public:
  Authentication(Registers& registers, LogIns& log_ins) : registers_(registers), log_ins_(log_ins) {}
  // Nobody when there is neither, or none that counts. Where both are sent only the token is looked at.
  // Throws ApiProblem role_not_allowed when a browser's session asks for a change without proof that a page
  // of ours does: X-CSRF-Token with the session's token, and Fetch Metadata or Origin.
  std::optional<Registers::Caller> caller(http::Request const& request);

 private:
  std::optional<Registers::Caller> caller_by_token(std::string const& authorization_header);
  std::optional<Registers::Caller> caller_by_session(http::Request const& request);

  using SteadyTime = std::chrono::steady_clock::time_point;
  struct Remembered {
    std::optional<Registers::Caller> caller;
    SteadyTime until;
  };
  Registers& registers_;
  LogIns& log_ins_;
  std::mutex mutex_;
  std::unordered_map<std::string, Remembered> remembered_;
};

}  // namespace jalon::api
