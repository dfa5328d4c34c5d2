// Who is of a person's team, beside their référent (pathway A.21): with the person's consent they read the
// conclusions. Nobody needs to be of it to do their work.
#include "api/endpoints/team.hpp"

#include "api/endpoints/body.hpp"
#include "api/endpoints/disclosure_schemas.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/access/disclosure.hpp"
#include "engine/ports/accounts.hpp"
#include "engine/ports/disclosures.hpp"

namespace jalon::api {

namespace {

http::Response read_team(Exchange& exchange) {
  auto const team = exchange.house.disclosures.team_of(exchange.caller.establishment, exchange.path.at("id"));
  if (!team) throw ApiProblem{ProblemName::no_such_case, ""};
  return json_response(*team);
}

// What forbids that this account is added, in French.
std::optional<std::string> why_not_added(Exchange const& exchange, std::string const& login) {
  auto const account = exchange.house.accounts.find(exchange.caller.establishment, login);
  if (!account || !account->at("disabled_at").is_null()) return "aucun compte actif n’a cet identifiant";
  RoleSet roles;
  for (auto const& name : account->at("roles"))
    if (auto const role = parse_role(name.get<std::string>())) roles.add(*role);
  if (!works_with_the_person(roles))
    return "l’équipe n’ouvre rien à ce rôle : il lit ce que sa fonction permet";
  return std::nullopt;
}

http::Response add_to_team(Exchange& exchange) {
  Body body(exchange.body, {"login"});
  auto const login = body.text("login");
  body.refuse();
  auto const fault = why_not_added(exchange, *login);
  if (fault) throw invalid_data({{"/login", "value", *fault}});
  auto const& caller = exchange.caller;
  auto const done = exchange.house.disclosures.add_to_team(caller.establishment, exchange.path.at("id"),
                                                           *login, caller.login);
  if (done == Finished::no_such) throw ApiProblem{ProblemName::no_such_case, ""};
  if (done == Finished::not_this_way)
    throw invalid_data({{"/login", "value", "aucun compte actif n’a cet identifiant"}});
  return read_team(exchange);
}

http::Response end_in_team(Exchange& exchange) {
  Body body(exchange.body, {"login"});
  auto const login = body.text("login");
  body.refuse();
  auto const& caller = exchange.caller;
  auto const done = exchange.house.disclosures.end_in_team(caller.establishment, exchange.path.at("id"),
                                                           *login, caller.login);
  if (done == Finished::no_such) throw ApiProblem{ProblemName::no_such_case, ""};
  if (done == Finished::not_this_way)
    throw ApiProblem{ProblemName::not_found, "Ce collègue n’a pas été ajouté à l’équipe de la personne."};
  return read_team(exchange);
}

}  // namespace

RoleSet those_who_set_the_team() {
  return {Role::coordinator, Role::deputy_director};
}

std::vector<Route> team_routes() {
  Route reading{.method = "GET",
                .address = "/cases/{id}/team",
                .operation = "readTeam",
                .summary = "L'équipe de la personne : son référent, et qui a été ajouté, par qui et quand",
                .execute = read_team,
                .roles = team_roles(),
                .answer_schema = schemas::reference("Team"),
                .problems = {ProblemName::role_not_allowed, ProblemName::no_such_case}};
  auto adding = reading;
  adding.method = "POST", adding.operation = "addToTeam";
  adding.summary = "Ajouter un collègue : si la personne est d'accord, il lit les conclusions";
  adding.execute = add_to_team, adding.body_schema = schemas::new_team_member();
  adding.roles = those_who_set_the_team();
  adding.problems.push_back(ProblemName::invalid_data);
  auto ending = adding;
  ending.operation = "endInTeam";
  ending.address = "/cases/{id}/team-departures";
  ending.summary = "Retirer un collègue : il ne lit plus les conclusions ; ce qui a été reste noté";
  ending.execute = end_in_team;
  ending.problems.push_back(ProblemName::not_found);
  return {reading, adding, ending};
}

}  // namespace jalon::api
