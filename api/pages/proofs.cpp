#include "api/pages/proofs.hpp"

#include "api/endpoints/hashing.hpp"
#include "api/second_factor/recovery_codes.hpp"
#include "engine/ports/accounts.hpp"
#include "engine/ports/log_ins.hpp"

namespace jalon::pages {

LogInAttempt attempt_of(Visit const& visit, AccountName const& account) {
  return {account.establishment, account.login, api::hash_of(visit.http.remote_address)};
}

// The same work for an account that does not exist, so that the time tells nothing.
bool is_right_password(LogIns& log_ins, LogInAttempt const& attempt, std::string const& password) {
  static std::string const of_nobody = api::hash_password(api::new_token());
  auto const hash = log_ins.password_hash(attempt.establishment, attempt.login);
  return api::matches_password(hash.value_or(of_nobody), password) && hash.has_value();
}

bool has_second_factor(Visit const& visit, AccountName const& account) {
  auto const found = visit.house.accounts.find(account.establishment, account.login);
  return found && found->at("second_factor") == true;
}

bool is_right_code(SecondFactors& factors, AccountName const& account, std::string const& typed) {
  if (factors.use_recovery_code(account, hash_of_recovery_code(account, typed))) return true;
  auto const secret = factors.secret(account);
  if (!secret) return false;
  auto const step = second_factor::matching_step(*secret, typed, std::chrono::system_clock::now());
  return step && factors.use_step(account, *step);
}

void require_own_password(Visit const& visit) {
  auto& log_ins = visit.house.log_ins;
  auto const attempt = attempt_of(visit, {visit.caller.establishment, visit.caller.login});
  auto const refuse = [](std::string const& why) { throw api::invalid_data({{"/password", "value", why}}); };
  if (auto const pause = log_ins.pause(attempt); pause.count() > 0) refuse(too_many(pause));
  if (is_right_password(log_ins, attempt, visit.form.text("password"))) return;
  log_ins.record_failure(attempt);
  refuse("ce n’est pas le mot de passe de ce compte");
}

std::string hash_of_recovery_code(AccountName const& account, std::string const& typed) {
  return api::hash_of("recovery " + account.establishment + " " + account.login + " " +
                      second_factor::plain_recovery_code(typed));
}

std::string too_many(std::chrono::seconds pause) {
  return "Trop d’essais de suite. Réessayez dans " + std::to_string(pause.count()) +
         (pause.count() > 1 ? " secondes." : " seconde.");
}

}  // namespace jalon::pages
