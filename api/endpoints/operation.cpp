// The clock, the definitions, the service's own health.
#include "api/endpoints/operation.hpp"

#include <algorithm>

#include "api/endpoints/absences.hpp"
#include "api/endpoints/accounts.hpp"
#include "api/endpoints/body.hpp"
#include "api/endpoints/case_batches.hpp"
#include "api/endpoints/case_lists.hpp"
#include "api/endpoints/need_to_know.hpp"
#include "api/endpoints/openapi.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/policy.hpp"
#include "api/endpoints/reminders.hpp"
#include "api/endpoints/retention.hpp"
#include "api/endpoints/saved_views.hpp"
#include "api/endpoints/schema_parts.hpp"
#include "api/endpoints/signatories.hpp"
#include "api/endpoints/statistics.hpp"
#include "api/endpoints/team.hpp"
#include "api/endpoints/tokens.hpp"
#include "api/endpoints/transmissions.hpp"
#include "api/endpoints/whole_file.hpp"
#include "engine/dispatcher/deadline_firing.hpp"
#include "engine/dispatcher/morning_digests.hpp"
#include "engine/dispatcher/weekly_consultation.hpp"
#include "engine/proof/definition_json.hpp"

namespace jalon::api {

namespace {

http::Response read_clock(Exchange& exchange) {
  auto const clock = exchange.house.registers.clock();
  return json_response({{"now", to_string(clock.now)}, {"manual", clock.manual}});
}

Json fired_in_order(std::vector<Fired> const& fired) {
  Json list = Json::array();
  for (auto const& each : fired)
    list.push_back({{"case", each.case_id}, {"deadline", each.deadline}, {"at", to_string(each.at)}});
  return list;
}

std::optional<Instant> earlier(std::optional<Instant> one, std::optional<Instant> other) {
  return one && other ? std::min(one, other) : std::max(one, other);
}

std::optional<Instant> next_stop(House& house) {
  auto const morning = house.mornings ? house.mornings->next_morning() : std::nullopt;
  return earlier(earlier(house.firing.next_due().due, house.consultation.next_opening()),
                 earlier(morning, planned_policy_of(house).next()));
}

// Stops at each instant at which something happens by itself, so that each deadline passes, each weekly task
// opens, each morning's digest is written and each planned change takes effect on its own day.
std::vector<Fired> move_clock(House& house, Instant target) {
  std::vector<Fired> fired;
  auto const stop_at = [&](Instant instant) {
    if (instant > house.registers.clock().now) house.registers.set_manual_clock(instant);
    take_effect(planned_policy_of(house));
    for (auto& each : house.firing.fire_all()) fired.push_back(std::move(each));
    house.consultation.open_all();
    if (house.mornings) house.mornings->open_all();
  };
  stop_at(house.registers.clock().now);
  for (auto next = next_stop(house); next && *next <= target; next = next_stop(house)) stop_at(*next);
  house.registers.set_manual_clock(target);
  return fired;
}

http::Response set_clock(Exchange& exchange) {
  Body body(exchange.body, {"now"});
  auto const now = body.instant("now");
  auto const clock = exchange.house.registers.clock();
  if (!clock.manual)
    throw ApiProblem{ProblemName::not_allowed_here,
                     "L'horloge de ce serveur est la vraie : elle ne se règle pas."};
  if (now && *now < clock.now) body.wrong("now", "value", "l'horloge ne recule pas");
  body.refuse();
  auto const fired = move_clock(exchange.house, *now);
  return json_response({{"now", to_string(*now)}, {"fired", fired_in_order(fired)}});
}

http::Response list_workflows(Exchange& exchange) {
  if (page_request(exchange).cursor) throw BadCursor("the one page has no next");
  Json items = Json::array();
  for (auto const& definition : exchange.house.definitions)
    items.push_back({{"id", definition.id}, {"label", definition.label}, {"version", definition.version}});
  return json_response({{"items", items}, {"next", nullptr}});
}

http::Response read_workflow(Exchange& exchange) {
  auto const* definition = exchange.house.runner.find_definition(exchange.path.at("id"));
  if (!definition) throw ApiProblem{ProblemName::not_found, "Ce parcours n'existe pas."};
  return json_response(definition_to_json(*definition));
}

http::Response live(Exchange&) {
  return json_response({{"status", "ok"}});
}

std::string reasons(Readiness const& readiness) {
  std::string text;
  for (auto const& [part, state] : readiness.parts)
    if (state != "ok") text += (text.empty() ? "" : " ") + part + " : " + state;
  return text;
}

// Whoever is woken up by a 503 reads in it where to look.
http::Response ready(Exchange& exchange) {
  auto const readiness = exchange.house.readiness ? exchange.house.readiness() : Readiness{};
  if (!readiness.is_ready) throw ApiProblem{ProblemName::unavailable, reasons(readiness)};
  return json_response({{"status", "ok"}, {"parts", Json(readiness.parts)}});
}

http::Response metrics(Exchange& exchange) {
  return {200, "text/plain; version=0.0.4; charset=utf-8", exchange.house.metrics(), {}};
}

http::Response openapi(Exchange& exchange) {
  static std::string const document = openapi_document(all_routes(), exchange.house.definitions).dump();
  return {200, "application/json", document, {}};
}

}  // namespace

std::vector<Route> operation_routes() {
  return {
      {.method = "GET",
       .address = "/workflows",
       .operation = "listWorkflows",
       .summary = "Parcours connus",
       .execute = list_workflows,
       .answer_schema = schemas::page_of("WorkflowSummary"),
       .parameters = page_parameters(),
       .problems = {ProblemName::invalid_data}},
      {.method = "GET",
       .address = "/workflows/{id}",
       .operation = "readWorkflow",
       .summary = "Définition d'un parcours",
       .execute = read_workflow,
       .answer_schema = {{"type", "object"}},
       .problems = {ProblemName::not_found}},
      {.method = "GET",
       .address = "/clock",
       .operation = "readClock",
       .summary = "L'heure de référence",
       .execute = read_clock,
       .answer_schema = schemas::clock()},
      {.method = "PUT",
       .address = "/clock",
       .operation = "setClock",
       .summary = "Avancer l'horloge manuelle ; tout ce qui échoit se passe, dans l'ordre",
       .execute = set_clock,
       .roles = {Role::administrator},
       .body_schema = schemas::new_clock(),
       .answer_schema = schemas::clock_moved(),
       .problems = {ProblemName::role_not_allowed, ProblemName::not_allowed_here, ProblemName::invalid_data}},
      {.method = "GET",
       .address = "/openapi.json",
       .operation = "readOpenapi",
       .summary = "Ce document",
       .execute = openapi,
       .open_to_all = true,
       .answer_schema = {{"type", "object"}}},
      {.method = "GET",
       .address = "/livez",
       .operation = "live",
       .summary = "Le processus vit",
       .execute = live,
       .open_to_all = true,
       .outside_base = true,
       .answer_schema = schemas::status()},
      {.method = "GET",
       .address = "/readyz",
       .operation = "ready",
       .summary = "Le service peut servir",
       .execute = ready,
       .open_to_all = true,
       .outside_base = true,
       .answer_schema = schemas::object({{"status", schemas::text()}, {"parts", schemas::anything()}},
                                        {"status", "parts"}),
       .problems = {ProblemName::unavailable}},
      {.method = "GET",
       .address = "/metrics",
       .operation = "metrics",
       .summary = "Mesures, au format de Prometheus",
       .execute = metrics,
       .open_to_all = true,
       .outside_base = true}};
}

std::vector<Route> all_routes() {
  std::vector<Route> routes;
  for (auto const& group : {case_routes(),
                            reading_routes(),
                            whole_file_routes(),
                            case_list_routes(),
                            case_batch_routes(),
                            saved_view_routes(),
                            planning_routes(),
                            planning_change_routes(),
                            committee_routes(),
                            committee_decision_routes(),
                            committee_date_routes(),
                            committee_minutes_routes(),
                            consent_routes(),
                            team_routes(),
                            exceptional_access_routes(),
                            session_routes(),
                            statistics_routes(),
                            worklist_routes(),
                            transmission_routes(),
                            letter_routes(),
                            document_routes(),
                            template_routes(),
                            signatory_routes(),
                            retention_routes(),
                            feed_routes(),
                            reminder_routes(),
                            absence_routes(),
                            policy_routes(),
                            account_routes(),
                            token_routes(),
                            operation_routes()})
    routes.insert(routes.end(), group.begin(), group.end());
  return routes;
}

}  // namespace jalon::api
