#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/log_ins.hpp"

namespace jalon::postgres {

/// Sessions of the pages in PostgreSQL, in real time. Throws Unavailable when the database cannot be reached
/// in time. May be used from several threads.
class PostgresLogIns : public LogIns {
 public:
  explicit PostgresLogIns(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  std::optional<std::string> password_hash(std::string const& establishment,
                                           std::string const& login) override;
  std::optional<Known> account_known_as(std::string const& value, bool is_email) override;
  std::chrono::seconds pause(LogInAttempt const& attempt) override;
  void record_failure(LogInAttempt const& attempt) override;
  void open(LogInAttempt const& attempt, std::string const& session_hash,
            SessionLimits const& limits) override;
  std::optional<Registers::Caller> caller_of_session(std::string const& session_hash) override;
  void close(std::string const& session_hash) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
