// Who is logged in to the pages. Passwords and cookies never come here: hashes only.
#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "engine/ports/registers.hpp"

namespace jalon {

// Where an attempt comes from, and for which account; `address_hash` stands for the network address.
struct LogInAttempt {
  std::string establishment, login, address_hash;
};

// A session ends when it is not used for `idle`, and after `whole` in any case (real time).
struct SessionLimits {
  std::chrono::minutes idle{60}, whole{10 * 60};
};

class LogIns {
 public:
  virtual ~LogIns() = default;

  // Of an account that is not disabled; nothing when there is none.
  virtual std::optional<std::string> password_hash(std::string const& establishment,
                                                   std::string const& login) = 0;
  // How long this one has to wait before the next attempt is looked at: by account and by address.
  virtual std::chrono::seconds pause(LogInAttempt const& attempt) = 0;
  virtual void record_failure(LogInAttempt const& attempt) = 0;

  // The one open account with that e-mail address, or that login, in whichever establishment; nothing when
  // there is none, or several.
  struct Known {
    std::string establishment, login;
  };
  virtual std::optional<Known> account_known_as(std::string const& value, bool is_email) = 0;

  // Opens a session, forgets the account's failures, and clears away sessions that have ended.
  virtual void open(LogInAttempt const& attempt, std::string const& session_hash,
                    SessionLimits const& limits) = 0;
  // Nobody: it has ended, was never there, or the account is disabled. Being asked counts as being used.
  virtual std::optional<Registers::Caller> caller_of_session(std::string const& session_hash) = 0;
  virtual void close(std::string const& session_hash) = 0;
};

}  // namespace jalon
