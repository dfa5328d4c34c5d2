#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/second_factors.hpp"

namespace jalon::postgres {

/// Second factors in PostgreSQL: one statement a call. Throws Unavailable when the database cannot be reached
/// in time. May be used from several threads.
class PostgresSecondFactors : public SecondFactors {
 public:
  explicit PostgresSecondFactors(Pool& pool,
                                 std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  std::optional<std::string> secret(AccountName const& account) override;
  int recovery_codes_left(AccountName const& account) override;
  void turn_on(AccountName const& account, std::string const& secret, std::int64_t step,
               std::vector<std::string> const& recovery_code_hashes, std::string const& by) override;
  bool turn_off(AccountName const& account, std::string const& by) override;
  bool use_step(AccountName const& account, std::int64_t step) override;
  bool use_recovery_code(AccountName const& account, std::string const& code_hash) override;
  void open_ticket(AccountName const& account, std::string const& ticket_hash) override;
  std::optional<AccountName> use_ticket(std::string const& ticket_hash) override;
  void close_ticket(std::string const& ticket_hash) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
