// The second proof at the log-in: a code of the moment (TOTP, RFC 6238) or a recovery code. In real time.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jalon {

// Whose account.
struct AccountName {
  std::string establishment, login;
};

class SecondFactors {
 public:
  virtual ~SecondFactors() = default;

  // The shared secret, in base32, of an account that has turned it on: codes are made of it, so it is kept
  // sealed and not as a hash. This and turn_on throw SealedAway (sealed.hpp) without the key.
  virtual std::optional<std::string> secret(AccountName const& account) = 0;
  virtual int recovery_codes_left(AccountName const& account) = 0;
  // `step` is that of the code just given: it is used up. Takes the place of what was there before.
  virtual void turn_on(AccountName const& account, std::string const& secret, std::int64_t step,
                       std::vector<std::string> const& recovery_code_hashes, std::string const& by) = 0;
  // False when it was not on.
  virtual bool turn_off(AccountName const& account, std::string const& by) = 0;

  // Each is good once, on all processes: false when that step or a later one, or that code, was used.
  virtual bool use_step(AccountName const& account, std::int64_t step) = 0;
  virtual bool use_recovery_code(AccountName const& account, std::string const& code_hash) = 0;

  // Between the password and the code: a ticket that is good for five minutes and five codes.
  virtual void open_ticket(AccountName const& account, std::string const& ticket_hash) = 0;
  // Whose ticket it is, and one of its tries is used. Nothing when it is no longer good or the account is
  // disabled.
  virtual std::optional<AccountName> use_ticket(std::string const& ticket_hash) = 0;
  virtual void close_ticket(std::string const& ticket_hash) = 0;
};

}  // namespace jalon
