#include "adapters/postgres/log_ins.hpp"

#include "adapters/postgres/caller_row.hpp"
#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {
namespace {

std::string account_of(LogInAttempt const& attempt) {
  return "login:" + attempt.login;
}
std::string address_of(LogInAttempt const& attempt) {
  return "address:" + attempt.address_hash;
}

pqxx::result ask(Access const& access, char const* query, Parameters const& parameters) {
  return access.repeatable(
      [&](pqxx::connection& connection) { return run_once(connection, query, parameters); });
}

}  // namespace

std::optional<std::string> PostgresLogIns::password_hash(std::string const& establishment,
                                                         std::string const& login) {
  auto const rows = ask(access_, sql::password_hash, {establishment, login});
  if (rows.empty()) return std::nullopt;
  return rows[0][0].c_str();
}

std::optional<LogIns::Known> PostgresLogIns::account_known_as(std::string const& value, bool is_email) {
  auto const rows = ask(access_, sql::account_known_as, {value, is_email ? "true" : "false"});
  if (rows.empty()) return std::nullopt;
  return Known{rows[0][0].c_str(), rows[0][1].c_str()};
}

std::chrono::seconds PostgresLogIns::pause(LogInAttempt const& attempt) {
  auto const rows =
      ask(access_, sql::log_in_pause, {attempt.establishment, account_of(attempt), address_of(attempt)});
  return std::chrono::seconds(std::max(0, rows[0][0].as<int>()));
}

void PostgresLogIns::record_failure(LogInAttempt const& attempt) {
  ask(access_, sql::record_failed_log_in, {attempt.establishment, account_of(attempt), address_of(attempt)});
}

void PostgresLogIns::open(LogInAttempt const& attempt, std::string const& session_hash,
                          SessionLimits const& limits) {
  ask(access_, sql::open_login_session,
      {attempt.establishment, attempt.login, session_hash, std::to_string(limits.idle.count()),
       std::to_string(limits.whole.count()), account_of(attempt)});
}

std::optional<Registers::Caller> PostgresLogIns::caller_of_session(std::string const& session_hash) {
  return access_.repeatable([&](pqxx::connection& connection) {
    return read_caller(run_prepared(connection, "caller_of_session", sql::caller_of_session, session_hash));
  });
}

void PostgresLogIns::close(std::string const& session_hash) {
  ask(access_, sql::close_login_session, {session_hash});
}

}  // namespace jalon::postgres
