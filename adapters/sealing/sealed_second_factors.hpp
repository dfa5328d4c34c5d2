#pragma once

#include "adapters/sealing/sealing_key.hpp"
#include "engine/ports/second_factors.hpp"

namespace jalon::sealing {

/// What a secret of this account is sealed for: in the row of another account it does not open.
std::string bound_to(AccountName const& account);

/// The one door between secrets in use and secrets as they are kept: `stored` sees them sealed only.
/// `secret` and `turn_on` throw SealedAway without the key of what is stored; all else needs none. The key is
/// not looked for again: it is that of the process.
class SealedSecondFactors : public SecondFactors {
 public:
  SealedSecondFactors(SecondFactors& stored, std::optional<SealingKey> key)
      : stored_(stored), key_(std::move(key)) {}

  std::optional<std::string> secret(AccountName const& account) override;
  void turn_on(AccountName const& account, std::string const& secret, std::int64_t step,
               std::vector<std::string> const& recovery_code_hashes, std::string const& by) override;

  int recovery_codes_left(AccountName const& account) override {
    return stored_.recovery_codes_left(account);
  }
  bool turn_off(AccountName const& account, std::string const& by) override {
    return stored_.turn_off(account, by);
  }
  bool use_step(AccountName const& account, std::int64_t step) override {
    return stored_.use_step(account, step);
  }
  bool use_recovery_code(AccountName const& account, std::string const& code_hash) override {
    return stored_.use_recovery_code(account, code_hash);
  }
  void open_ticket(AccountName const& account, std::string const& ticket_hash) override {
    stored_.open_ticket(account, ticket_hash);
  }
  std::optional<AccountName> use_ticket(std::string const& ticket_hash) override {
    return stored_.use_ticket(ticket_hash);
  }
  void close_ticket(std::string const& ticket_hash) override { stored_.close_ticket(ticket_hash); }

 private:
  SecondFactors& stored_;
  std::optional<SealingKey> key_;
};

}  // namespace jalon::sealing
