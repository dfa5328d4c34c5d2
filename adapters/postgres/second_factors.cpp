#include "adapters/postgres/second_factors.hpp"

#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "engine/json/json.hpp"
#include "engine/ports/sealed.hpp"

namespace jalon::postgres {
namespace {

pqxx::result ask(Access const& access, char const* query, Parameters const& parameters) {
  return access.repeatable(
      [&](pqxx::connection& connection) { return run_once(connection, query, parameters); });
}

// What is good once is tried once: when it is not known whether it was taken, it counts as taken.
bool use_once(Access const& access, char const* query, Parameters const& parameters) {
  try {
    return access.once(
        [&](pqxx::connection& connection) { return !run_once(connection, query, parameters).empty(); });
  } catch (CommitInDoubt const&) {
    return false;
  }
}

}  // namespace

std::optional<std::string> PostgresSecondFactors::secret(AccountName const& account) {
  auto const rows = ask(access_, sql::read_second_factor, {account.establishment, account.login});
  if (rows.empty()) return std::nullopt;
  return rows[0][0].c_str();
}

int PostgresSecondFactors::recovery_codes_left(AccountName const& account) {
  auto const rows = ask(access_, sql::read_second_factor, {account.establishment, account.login});
  return rows.empty() ? 0 : rows[0][1].as<int>();
}

void PostgresSecondFactors::turn_on(AccountName const& account, std::string const& secret, std::int64_t step,
                                    std::vector<std::string> const& recovery_code_hashes,
                                    std::string const& by) {
  try {
    ask(access_, sql::turn_on_second_factor,
        {account.establishment, account.login, secret, std::to_string(step),
         Json(recovery_code_hashes).dump(), by});
  } catch (pqxx::restrict_violation const&) {
    throw SealedAway(
        "Les seconds facteurs sont gardés ici sous une autre clé que celle de ce serveur : qui l’installe "
        "donne la même à tous (JALON_SEALING_KEY_FILE).");
  }
}

bool PostgresSecondFactors::turn_off(AccountName const& account, std::string const& by) {
  return !ask(access_, sql::turn_off_second_factor, {account.establishment, account.login, by}).empty();
}

bool PostgresSecondFactors::use_step(AccountName const& account, std::int64_t step) {
  return use_once(access_, sql::use_second_factor_step,
                  {account.establishment, account.login, std::to_string(step)});
}

bool PostgresSecondFactors::use_recovery_code(AccountName const& account, std::string const& code_hash) {
  return use_once(access_, sql::use_recovery_code, {account.establishment, account.login, code_hash});
}

void PostgresSecondFactors::open_ticket(AccountName const& account, std::string const& ticket_hash) {
  ask(access_, sql::open_log_in_ticket, {account.establishment, account.login, ticket_hash});
}

std::optional<AccountName> PostgresSecondFactors::use_ticket(std::string const& ticket_hash) {
  auto const rows = ask(access_, sql::use_log_in_ticket, {ticket_hash});
  if (rows.empty()) return std::nullopt;
  return AccountName{rows[0][0].c_str(), rows[0][1].c_str()};
}

void PostgresSecondFactors::close_ticket(std::string const& ticket_hash) {
  ask(access_, sql::close_log_in_ticket, {ticket_hash});
}

}  // namespace jalon::postgres
