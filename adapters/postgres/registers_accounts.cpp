#include "adapters/postgres/caller_row.hpp"
#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/registers.hpp"

namespace jalon::postgres {
namespace {

// Who administers from here: what people do comes through PostgresAccounts, in their name.
constexpr char const* console = "console";

// Two attempts at the same are one: the second finds it there.
void add(Access const& access, char const* query, Parameters const& parameters, char const* when_there) {
  try {
    access.repeatable([&](pqxx::connection& connection) { return run_once(connection, query, parameters); });
  } catch (pqxx::unique_violation const&) {
    throw AlreadyThere(when_there);
  }
}

}  // namespace

void PostgresRegisters::add_establishment(std::string const& code, std::string const& name) {
  add(access_, sql::add_establishment, {code, name}, "Un établissement a déjà ce code.");
}

std::vector<std::string> PostgresRegisters::establishments() {
  auto const rows = access_.repeatable(
      [](pqxx::connection& connection) { return run_once(connection, sql::list_establishments, {}); });
  std::vector<std::string> codes;
  for (auto const& row : rows) codes.emplace_back(row[0].c_str());
  return codes;
}

void PostgresRegisters::add_account(AccountRecord const& account) {
  add(access_, sql::add_account,
      {account.establishment, account.login, account.name, account.email, account.mdph,
       Json(account.roles).dump(), account.password_hash, console},
      "Un compte a déjà cet identifiant.");
}

Disabled PostgresRegisters::disable_account(std::string const& establishment, std::string const& login) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::disable_account, {establishment, login, console});
  });
  if (rows.empty()) return Disabled::no_such;
  return rows[0][0].as<bool>() ? Disabled::now : Disabled::already;
}

bool PostgresRegisters::add_token(std::string const& establishment, std::string const& login,
                                  std::string const& token_hash, int days_valid) {
  return access_.repeatable([&](pqxx::connection& connection) {
    return !run_once(connection, sql::add_token,
                     {establishment, login, token_hash, std::to_string(days_valid), "Jeton", console})
                .empty();
  });
}

std::optional<Registers::Caller> PostgresRegisters::caller_of_token(std::string const& token_hash) {
  return access_.repeatable([&](pqxx::connection& connection) {
    return read_caller(run_prepared(connection, "caller_of_token", sql::caller_of_token, token_hash));
  });
}

std::optional<Registers::Caller> PostgresRegisters::caller_of_login(std::string const& establishment,
                                                                    std::string const& login) {
  return access_.repeatable([&](pqxx::connection& connection) {
    return read_caller(run_once(connection, sql::caller_of_login, {establishment, login}));
  });
}

}  // namespace jalon::postgres
