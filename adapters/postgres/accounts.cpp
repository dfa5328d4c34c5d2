#include "adapters/postgres/accounts.hpp"

#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
namespace {

pqxx::result ask(Access const& access, char const* query, Parameters const& parameters) {
  return access.repeatable(
      [&](pqxx::connection& connection) { return run_once(connection, query, parameters); });
}

bool did(Access const& access, char const* query, Parameters const& parameters) {
  return !ask(access, query, parameters).empty();
}

}  // namespace

Page PostgresAccounts::list(std::string const& establishment, PageRequest const& page) {
  return read_page(access_, {sql::list_accounts, {Key::text}}, {establishment}, page);
}

std::optional<Json> PostgresAccounts::find(std::string const& establishment, std::string const& login) {
  auto const rows = ask(access_, sql::read_account, {establishment, login});
  if (rows.empty()) return std::nullopt;
  return Json::parse(rows[0][0].c_str());
}

// Two attempts at the same are one: the second finds it there.
void PostgresAccounts::add(AccountRecord const& account, std::string const& by) {
  try {
    ask(access_, sql::add_account,
        {account.establishment, account.login, account.name, account.email, account.mdph,
         Json(account.roles).dump(), account.password_hash, by});
  } catch (pqxx::unique_violation const&) {
    throw AlreadyThere("Un compte a déjà cet identifiant.");
  }
}

bool PostgresAccounts::amend(AccountChange const& change, std::string const& by) {
  return did(access_, sql::amend_account,
             {change.establishment, change.login, change.name, change.email, change.mdph,
              Json(change.roles).dump(), by});
}

Disabled PostgresAccounts::disable(std::string const& establishment, std::string const& login,
                                   std::string const& by) {
  auto const rows = ask(access_, sql::disable_account, {establishment, login, by});
  if (rows.empty()) return Disabled::no_such;
  return rows[0][0].as<bool>() ? Disabled::now : Disabled::already;
}

bool PostgresAccounts::enable(std::string const& establishment, std::string const& login,
                              std::string const& by) {
  return did(access_, sql::enable_account, {establishment, login, by});
}

bool PostgresAccounts::set_password(std::string const& establishment, std::string const& login,
                                    std::string const& password_hash, std::string const& kept_session_hash,
                                    std::string const& by) {
  return did(access_, sql::set_password,
             {establishment, login, password_hash, kept_session_hash, by, "login:" + login});
}

Page PostgresAccounts::entries(std::string const& establishment, std::string const& login,
                               PageRequest const& page) {
  return read_page(access_, {sql::list_account_entries, {Key::number}}, {establishment, login}, page);
}

Page PostgresAccounts::tokens(std::string const& establishment, PageRequest const& page) {
  return read_page(access_, {sql::list_tokens, {Key::number}}, {establishment}, page);
}

std::optional<Json> PostgresAccounts::add_token(NewToken const& token, std::string const& by) {
  auto const rows =
      ask(access_, sql::add_token,
          {token.establishment, token.login, token.hash, std::to_string(token.days_valid), token.name, by});
  if (rows.empty()) return std::nullopt;
  return Json::parse(rows[0][0].c_str());
}

bool PostgresAccounts::revoke_token(std::string const& establishment, std::string const& id,
                                    std::string const& by) {
  return is_uuid(id) && did(access_, sql::revoke_token, {establishment, id, by});
}

Json PostgresAccounts::sessions(std::string const& establishment, std::string const& login,
                                std::string const& session_hash) {
  return Json::parse(
      ask(access_, sql::list_login_sessions, {establishment, login, session_hash})[0][0].c_str());
}

void PostgresAccounts::close_other_sessions(std::string const& establishment, std::string const& login,
                                            std::string const& session_hash) {
  ask(access_, sql::close_other_login_sessions, {establishment, login, session_hash});
}

}  // namespace jalon::postgres
