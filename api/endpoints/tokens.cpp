// Tokens by which programs call the API in the name of an account: for the administrator.
#include "api/endpoints/tokens.hpp"

#include "api/endpoints/account_schemas.hpp"
#include "api/endpoints/body.hpp"
#include "api/endpoints/hashing.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/ports/accounts.hpp"

namespace jalon::api {

namespace {

constexpr std::size_t longest_name = 100;

http::Response list_tokens(Exchange& exchange) {
  return page_response(exchange.house.accounts.tokens(exchange.caller.establishment, page_request(exchange)));
}

http::Response add_token(Exchange& exchange) {
  Body body(exchange.body, {"login", "name", "days"});
  auto const login = body.text("login");
  auto const name = body.optional_text("name").value_or("Jeton");
  auto const days = body.optional_whole("days", 1, 3650).value_or(365);
  if (name.size() > longest_name) body.wrong("name", "length", "100 signes au plus");
  body.refuse();
  auto const secret = new_token();
  auto token = exchange.house.accounts.add_token(
      {exchange.caller.establishment, *login, name, hash_of(secret), days}, exchange.caller.login);
  if (!token) throw invalid_data({{"/login", "reference", "ce compte n'existe pas ou n'est plus actif"}});
  (*token)["token"] = secret;
  return json_response(*token, 201);
}

http::Response revoke_token(Exchange& exchange) {
  Body(exchange.body, {}).refuse();
  auto const& caller = exchange.caller;
  if (!exchange.house.accounts.revoke_token(caller.establishment, exchange.path.at("id"), caller.login))
    throw ApiProblem{ProblemName::not_found, "Ce jeton n'existe pas."};
  return {204, "", "", {}};
}

}  // namespace

std::vector<Route> token_routes() {
  RoleSet const administration{Role::administrator};
  return {{.method = "GET",
           .address = "/tokens",
           .operation = "listTokens",
           .summary = "Les jetons d'accès de tous les comptes, le plus récent d'abord ; jamais leur secret",
           .execute = list_tokens,
           .roles = administration,
           .answer_schema = schemas::page_of("Token"),
           .parameters = page_parameters(),
           .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}},
          {.method = "POST",
           .address = "/tokens",
           .operation = "addToken",
           .summary = "Créer un jeton pour un compte ; son secret n'est montré que dans cette réponse",
           .success = 201,
           .execute = add_token,
           .roles = administration,
           .body_schema = schemas::new_token(),
           .answer_schema = schemas::opened_token(),
           .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}},
          {.method = "POST",
           .address = "/tokens/{id}/revoke",
           .operation = "revokeToken",
           .summary = "Révoquer un jeton : en une seconde il ne vaut plus rien",
           .success = 204,
           .execute = revoke_token,
           .roles = administration,
           .problems = {ProblemName::role_not_allowed, ProblemName::not_found}}};
}

}  // namespace jalon::api
