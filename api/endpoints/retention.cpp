#include "api/endpoints/retention.hpp"

#include <set>

#include "api/endpoints/body.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/retention_schemas.hpp"
#include "engine/policy/retention_setting.hpp"
#include "engine/ports/retention.hpp"

namespace jalon::api {

namespace {

constexpr RoleSet those_who_look{Role::deputy_director, Role::administrator};

http::Response read_rule(Exchange& exchange) {
  return json_response(exchange.house.retention.rule(exchange.caller.establishment));
}

http::Response set_rule(Exchange& exchange) {
  Body body(exchange.body, {"months"});
  auto const months = body.whole("months", RetentionBounds::least_months, RetentionBounds::most_months);
  body.refuse();
  exchange.house.registers.set_setting(exchange.caller.establishment, "retention", {{"months", *months}},
                                       exchange.caller.login);
  return read_rule(exchange);
}

bool wants_kept(Exchange const& exchange) {
  auto const kept = exchange.query("kept").value_or("false");
  if (kept != "true" && kept != "false")
    throw invalid_data({{"/kept", "value", "« true » ou « false » est attendu"}});
  return kept == "true";
}

http::Response list_due(Exchange& exchange) {
  auto& retention = exchange.house.retention;
  auto const& establishment = exchange.caller.establishment;
  auto const page = retention.due(establishment, wants_kept(exchange), page_request(exchange));
  auto answer = retention.rule(establishment);
  answer["cases"] = page.items;
  answer["next"] = page.next ? Json(*page.next) : Json();
  return json_response(answer);
}

std::vector<std::string> cases_of(Body& body) {
  auto const cases = body.texts("cases", most_erased_at_once);
  std::set<std::string> seen;
  for (std::size_t place = 0; place < cases.size(); ++place) {
    auto const field = "cases/" + std::to_string(place);
    if (!is_uuid(cases[place]))
      body.wrong(field, "reference", "l’identifiant d’un dossier est attendu");
    else if (!seen.insert(cases[place]).second)
      body.wrong(field, "value", "ce dossier est déjà dans la liste");
  }
  return cases;
}

Json result_of(Exchange const& exchange, std::string const& case_id) {
  auto const& caller = exchange.caller;
  auto const erased = exchange.house.retention.erase(caller.establishment, case_id, caller.login);
  return {{"case", case_id},
          {"reference", erased.reference ? Json(*erased.reference) : Json()},
          {"done", !erased.refused},
          {"reason", erased.refused ? Json(*erased.refused) : Json()}};
}

http::Response erase(Exchange& exchange) {
  Body body(exchange.body, {"cases", "confirm"});
  auto const cases = cases_of(body);
  auto const confirm = body.text("confirm");
  if (confirm && *confirm != erase_word) body.wrong("confirm", "value", "le mot « effacer » est attendu");
  body.refuse();
  Json items = Json::array();
  for (auto const& case_id : cases) items.push_back(result_of(exchange, case_id));
  return page_response({items, std::nullopt});
}

http::Response list_erasures(Exchange& exchange) {
  return page_response(
      exchange.house.retention.erasures(exchange.caller.establishment, page_request(exchange)));
}

Route rule_route(std::string method, std::string operation, std::string summary,
                 http::Response (*execute)(Exchange&)) {
  return {.method = std::move(method),
          .address = "/settings/retention",
          .operation = std::move(operation),
          .summary = std::move(summary),
          .execute = execute,
          .roles = those_who_look,
          .answer_schema = schemas::retention_rule(),
          .problems = {ProblemName::role_not_allowed}};
}

Route due_route() {
  auto parameters = page_parameters();
  parameters.push_back({"kept",
                        "« true » : ceux qu'une chose à faire garde encore, avec la raison",
                        {{"type", "boolean"}, {"default", false}}});
  return {.method = "GET",
          .address = "/retention",
          .operation = "listCasesDue",
          .summary = "Les dossiers clos dont la durée de conservation est passée : rien n'est effacé",
          .execute = list_due,
          .roles = those_who_look,
          .answer_schema = schemas::cases_due(),
          .parameters = parameters,
          .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}};
}

Route erasing_route() {
  return {.method = "POST",
          .address = "/retention/erasures",
          .operation = "eraseCases",
          .summary = "Effacer pour toujours des dossiers dont la durée est passée, un résultat par dossier",
          .execute = erase,
          .roles = {Role::deputy_director},
          .body_schema = schemas::cases_to_erase(),
          .answer_schema = schemas::page_of("ErasureResult"),
          .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}};
}

Route register_route() {
  return {.method = "GET",
          .address = "/retention/erasures",
          .operation = "listErasures",
          .summary = "Le registre de ce qui fut effacé, le plus récent d'abord ; rien de la personne",
          .execute = list_erasures,
          .roles = those_who_look,
          .answer_schema = schemas::page_of("Erasure"),
          .parameters = page_parameters(),
          .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data}};
}

}  // namespace

std::vector<Route> retention_routes() {
  auto set = rule_route("PUT", "setRetention",
                        "Changer la durée de conservation ; elle vaut pour tous les dossiers", set_rule);
  set.body_schema = schemas::new_retention_rule();
  set.problems.push_back(ProblemName::invalid_data);
  return {rule_route("GET", "readRetention", "Combien de temps un dossier clos est gardé", read_rule), set,
          due_route(), erasing_route(), register_route()};
}

}  // namespace jalon::api
