#include "api/endpoints/need_to_know.hpp"

#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/schema_parts.hpp"
#include "engine/access/disclosure.hpp"
#include "engine/access/need_to_know.hpp"
#include "engine/ports/disclosures.hpp"
#include "engine/ports/readings.hpp"

namespace jalon::api {

namespace {

// In ten minutes: nobody's work asks for so many files, and whoever takes them all away is stopped on the
// way.
constexpr std::size_t files_that_alert = 150, files_at_most = 400;

void enter(Exchange const& exchange, std::string const& case_id, std::set<std::string> const& facts) {
  if (facts.empty()) return;
  auto const& [house, caller] = std::tie(exchange.house, exchange.caller);
  auto const files = house.readings.enter(caller.establishment, case_id, caller.login, facts);
  if (files >= files_that_alert)
    house.readings.alert_of_pace(caller.establishment, caller.login, files, house.public_url);
  if (files > files_at_most)
    throw ApiProblem{ProblemName::throttled,
                     "Vous avez lu plus de 400 dossiers en dix minutes. Réessayez dans dix minutes ; la "
                     "coordination est prévenue."};
}

std::set<std::string> facts_shown(Exchange const& exchange, Json const& data, std::string const& event) {
  std::set<std::string> facts;
  for (auto const& definition : exchange.house.definitions) facts.merge(facts_in(data, event, definition));
  return facts;
}

http::Response read_readings(Exchange& exchange) {
  auto const& id = exchange.path.at("id");
  if (!is_uuid(id) || !exchange.house.registers.history(exchange.sight(), id, {1, std::nullopt}))
    throw ApiProblem{ProblemName::no_such_case, ""};
  return page_response(
      exchange.house.readings.of_case(exchange.caller.establishment, id, page_request(exchange)));
}

}  // namespace

Request request_to_read(Exchange const& exchange, std::string const& case_id) {
  auto request = exchange.request();
  if (could_read_more(exchange.roles))
    request.actor.reads_as =
        read_as(exchange.roles,
                exchange.house.disclosures.to(exchange.caller.login, exchange.caller.establishment, case_id));
  return request;
}

void show_what_is_disclosed(Exchange const& exchange, Done& done) {
  auto const request = request_to_read(exchange, done.case_id);
  if (request.actor.reads_as.empty()) return;
  auto const outcome = exchange.house.runner.read(request, done.case_id);
  auto const* now = std::get_if<Done>(&outcome);
  if (now && now->revision == done.revision) done.answer["data"] = now->answer.at("data");
}

void enter_reading(Exchange const& exchange, Json const& shown_case) {
  enter(exchange, shown_case.at("id").get<std::string>(), facts_shown(exchange, shown_case.at("data"), ""));
}

void withhold_from_entries(Exchange const& exchange, std::string const& case_id, Json& entries) {
  auto const reading = request_to_read(exchange, case_id).actor.reading();
  for (auto& entry : entries)
    for (auto const& definition : exchange.house.definitions) {
      withhold(entry.at("data"), entry.at("event").get<std::string>(), definition, reading);
      withhold_effects(entry.at("effects"), definition, reading);
    }
}

void enter_reading_of_entries(Exchange const& exchange, std::string const& case_id, Json const& entries) {
  std::set<std::string> facts;
  for (auto const& entry : entries)
    facts.merge(facts_shown(exchange, entry.at("data"), entry.at("event").get<std::string>()));
  enter(exchange, case_id, facts);
}

RoleSet readers_of_register() {
  return {Role::coordinator, Role::deputy_director, Role::doctor, Role::social_worker};
}

std::vector<Route> reading_routes() {
  return {{.method = "GET",
           .address = "/cases/{id}/readings",
           .operation = "listReadings",
           .summary =
               "Qui a lu ce dossier, ses faits médicaux et sociaux, ses courriers : le plus récent d'abord",
           .execute = read_readings,
           .roles = readers_of_register(),
           .answer_schema = schemas::page_of("Reading"),
           .parameters = page_parameters(),
           .problems = {ProblemName::role_not_allowed, ProblemName::no_such_case}}};
}

}  // namespace jalon::api
