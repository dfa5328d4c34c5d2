// Who works here: for the administrator alone, who sees no case.
#include "api/endpoints/accounts.hpp"

#include <algorithm>

#include "api/endpoints/account_rules.hpp"
#include "api/endpoints/account_schemas.hpp"
#include "api/endpoints/body.hpp"
#include "api/endpoints/hashing.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/model/scalar_fields.hpp"
#include "engine/ports/accounts.hpp"
#include "engine/ports/second_factors.hpp"

namespace jalon::api {

namespace {

constexpr std::size_t most_roles = 13;

// Addresses name an account by its identifier; its login is found there too, and would tell who it is.
Json require_account(Exchange const& exchange) {
  auto const& id = exchange.path.at("id");
  auto found = is_uuid(id) ? exchange.house.accounts.find(exchange.caller.establishment, id) : std::nullopt;
  if (!found) throw ApiProblem{ProblemName::not_found, "Ce compte n'existe pas."};
  return std::move(*found);
}

std::string required_login(Exchange const& exchange) {
  return require_account(exchange).at("login");
}

// Whoever administers may not lock themselves out: the last one could not come back.
void not_oneself(Exchange const& exchange, std::string const& login, char const* why) {
  if (login == exchange.caller.login) throw ApiProblem{ProblemName::not_allowed_here, why};
}

AccountChange read_change(Body& body, Exchange const& exchange, std::string const& login) {
  AccountChange change{exchange.caller.establishment, login, body.text("name").value_or(""), {}, {}, {}};
  change.email = body.optional_text("email");
  change.mdph = body.optional_text("mdph");
  change.roles = body.texts("roles", most_roles);
  return change;
}

// What the body itself did not find wrong already.
void refuse_faults(Body& body, AccountChange const& change) {
  auto const said = body.errors();
  auto const is_new = [&](std::string const& pointer) {
    return std::none_of(said.begin(), said.end(),
                        [&](auto const& error) { return error.pointer == pointer; });
  };
  for (auto const& fault : faults_of_account(change))
    if (is_new(fault.pointer)) body.wrong(fault.pointer.substr(1), fault.code, fault.message);
  body.refuse();
}

// The one given, where one was.
std::optional<std::string> read_password(Body& body, Exchange const& exchange, std::string const& login) {
  auto given = body.optional_text("password");
  if (!given) return given;
  auto const house_name = name_on_letters(exchange.house.registers, exchange.caller.establishment);
  if (auto const fault = fault_of_password(*given, {login, house_name}))
    body.wrong("password", "value", *fault);
  return given;
}

http::Response list_accounts(Exchange& exchange) {
  return page_response(exchange.house.accounts.list(exchange.caller.establishment, page_request(exchange)));
}

http::Response read_account(Exchange& exchange) {
  return json_response(require_account(exchange));
}

http::Response account_history(Exchange& exchange) {
  return page_response(exchange.house.accounts.entries(exchange.caller.establishment,
                                                       required_login(exchange), page_request(exchange)));
}

http::Response add_account(Exchange& exchange) {
  Body body(exchange.body, {"login", "name", "email", "mdph", "roles", "password"});
  auto const login = body.text("login").value_or("");
  auto const change = read_change(body, exchange, login);
  auto const given = read_password(body, exchange, login);
  refuse_faults(body, change);
  auto const password = given.value_or(new_password());
  try {
    exchange.house.accounts.add({change.establishment, login, change.name, change.email, change.mdph,
                                 change.roles, hash_password(password)},
                                exchange.caller.login);
  } catch (AlreadyThere const&) {
    throw invalid_data({{"/login", "taken", "cet identifiant existe déjà"}});
  }
  auto answer = *exchange.house.accounts.find(change.establishment, login);
  if (!given) answer["password"] = password;
  return json_response(answer, 201);
}

http::Response amend_account(Exchange& exchange) {
  auto const login = required_login(exchange);
  Body body(exchange.body, {"name", "email", "mdph", "roles"});
  auto const change = read_change(body, exchange, login);
  refuse_faults(body, change);
  bool const stays =
      std::find(change.roles.begin(), change.roles.end(), "administrator") != change.roles.end();
  if (!stays) not_oneself(exchange, login, "Vous ne pouvez pas vous retirer vous-même l'administration.");
  exchange.house.accounts.amend(change, exchange.caller.login);
  return json_response(require_account(exchange));
}

http::Response disable_account(Exchange& exchange) {
  Body(exchange.body, {}).refuse();
  auto const login = required_login(exchange);
  not_oneself(exchange, login, "Vous ne pouvez pas désactiver votre propre compte.");
  auto const& caller = exchange.caller;
  if (exchange.house.accounts.disable(caller.establishment, login, caller.login) != Disabled::now)
    throw ApiProblem{ProblemName::not_allowed_here, "Ce compte est déjà désactivé."};
  return json_response(require_account(exchange));
}

http::Response enable_account(Exchange& exchange) {
  Body(exchange.body, {}).refuse();
  auto const login = required_login(exchange);
  auto const& caller = exchange.caller;
  if (!exchange.house.accounts.enable(caller.establishment, login, caller.login))
    throw ApiProblem{ProblemName::not_allowed_here, "Ce compte est déjà actif."};
  return json_response(require_account(exchange));
}

http::Response set_password(Exchange& exchange) {
  auto const login = required_login(exchange);
  Body body(exchange.body, {"password"});
  auto const given = read_password(body, exchange, login);
  body.refuse();
  auto const password = given.value_or(new_password());
  auto const& caller = exchange.caller;
  if (!exchange.house.accounts.set_password(caller.establishment, login, hash_password(password), "",
                                            caller.login))
    throw ApiProblem{ProblemName::not_allowed_here, "Ce compte est désactivé."};
  Json answer{{"login", login}};
  if (!given) answer["password"] = password;
  return json_response(answer);
}

// For somebody who lost the telephone; the entry names who did it.
http::Response remove_second_factor(Exchange& exchange) {
  Body(exchange.body, {}).refuse();
  auto const login = required_login(exchange);
  auto const& caller = exchange.caller;
  if (!exchange.house.second_factors.turn_off({caller.establishment, login}, caller.login))
    throw ApiProblem{ProblemName::not_allowed_here, "Ce compte n'a pas de second facteur."};
  return json_response(require_account(exchange));
}

Route account_route(std::string method, std::string address, std::string operation, std::string summary,
                    std::function<http::Response(Exchange&)> execute, Json answer) {
  Route route{.method = std::move(method),
              .address = std::move(address),
              .operation = std::move(operation),
              .summary = std::move(summary),
              .execute = std::move(execute),
              .roles = {Role::administrator},
              .answer_schema = std::move(answer),
              .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}};
  if (route.address.find("{id}") == std::string::npos) return route;
  route.problems.push_back(ProblemName::not_found);
  if (route.method != "GET") route.problems.push_back(ProblemName::not_allowed_here);
  return route;
}

}  // namespace

std::vector<Route> account_routes() {
  auto const one = schemas::reference("Account");
  auto list = account_route("GET", "/accounts", "listAccounts", "Les comptes, par identifiant", list_accounts,
                            schemas::page_of("Account"));
  list.parameters = page_parameters();
  auto add = account_route("POST", "/accounts", "addAccount",
                           "Créer un compte ; sans mot de passe donné, un premier est tiré au sort",
                           add_account, schemas::opened_account());
  add.success = 201, add.body_schema = schemas::new_account();
  auto read = account_route("GET", "/accounts/{id}", "readAccount", "Un compte", read_account, one);
  auto amend = account_route("PUT", "/accounts/{id}", "amendAccount",
                             "Changer le nom, l'adresse, le département ou les rôles d'un compte ; d'autres "
                             "rôles ferment ses sessions",
                             amend_account, one);
  amend.body_schema = schemas::account_change();
  auto disable = account_route("POST", "/accounts/{id}/disable", "disableAccount",
                               "Désactiver un compte : ses jetons, agendas et sessions finissent aussitôt",
                               disable_account, one);
  auto enable =
      account_route("POST", "/accounts/{id}/enable", "enableAccount",
                    "Réactiver un compte ; ses jetons et agendas ne reviennent pas", enable_account, one);
  auto password = account_route("POST", "/accounts/{id}/password", "setPassword",
                                "Donner un nouveau mot de passe ; les sessions du compte finissent",
                                set_password, schemas::password_set());
  password.body_schema = schemas::password_choice();
  auto remove =
      account_route("DELETE", "/accounts/{id}/second-factor", "removeSecondFactor",
                    "Retirer le second facteur de qui a perdu son téléphone", remove_second_factor, one);
  auto history = account_route("GET", "/accounts/{id}/history", "listAccountEntries",
                               "Ce qui a été fait de ce compte, par qui, le plus récent d'abord",
                               account_history, schemas::page_of("AccountEntry"));
  history.parameters = page_parameters();
  return {list, add, read, amend, disable, enable, password, remove, history};
}

}  // namespace jalon::api
