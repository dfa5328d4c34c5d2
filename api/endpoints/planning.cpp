// Committees and sessions: what the pathway's dates hang on.
#include "api/endpoints/planning.hpp"

#include "api/endpoints/body.hpp"
#include "api/endpoints/openapi_schemas.hpp"

namespace jalon::api {

namespace {

http::Response add_committee(Exchange& exchange) {
  Body body(exchange.body, {"held_on"});
  auto const held_on = body.date("held_on");
  body.refuse();
  return json_response(exchange.house.registers.add_committee(exchange.caller.establishment, {*held_on}),
                       201);
}

http::Response list_committees(Exchange& exchange) {
  return page_response(
      exchange.house.registers.committees(exchange.caller.establishment, page_request(exchange)));
}

// What the establishment's policy says; without it a session says its own.
std::optional<int> usual_group_size(Exchange const& exchange) {
  return exchange.house.settings.in_force(exchange.caller.establishment)->policy.group_size;
}

http::Response add_session(Exchange& exchange) {
  Body body(exchange.body, {"entry_on", "capacity", "weeks", "pre_reception_on"});
  NewSession session;
  auto const entry_on = body.date("entry_on");
  auto const usual = usual_group_size(exchange);
  auto const capacity = usual ? body.optional_whole("capacity", 1, 200) : body.whole("capacity", 1, 200);
  session.weeks = body.optional_whole("weeks", 1, 14).value_or(14);
  session.pre_reception_on = body.optional_date("pre_reception_on");
  if (entry_on && session.pre_reception_on && *session.pre_reception_on >= *entry_on)
    body.wrong("pre_reception_on", "value", "le pré-accueil précède l'entrée");
  body.refuse();
  session.entry_on = *entry_on, session.capacity = capacity ? *capacity : *usual;
  return json_response(exchange.house.registers.add_session(exchange.caller.establishment, session), 201);
}

http::Response list_sessions(Exchange& exchange) {
  return page_response(
      exchange.house.registers.sessions(exchange.caller.establishment, page_request(exchange)));
}

}  // namespace

std::vector<Route> planning_routes() {
  std::vector<ProblemName> const problems{ProblemName::role_not_allowed, ProblemName::invalid_data};
  return {{.method = "POST",
           .address = "/committees",
           .operation = "addCommittee",
           .summary = "Fixer une commission",
           .success = 201,
           .execute = add_committee,
           .roles = {Role::coordinator},
           .body_schema = schemas::new_committee(),
           .answer_schema = schemas::reference("Committee"),
           .problems = problems},
          {.method = "GET",
           .address = "/committees",
           .operation = "listCommittees",
           .summary = "Commissions",
           .execute = list_committees,
           .answer_schema = schemas::page_of("Committee"),
           .parameters = page_parameters(),
           .problems = {ProblemName::invalid_data}},
          {.method = "POST",
           .address = "/sessions",
           .operation = "addSession",
           .summary = "Ouvrir une session",
           .success = 201,
           .execute = add_session,
           .roles = {Role::coordinator},
           .body_schema = schemas::new_session(),
           .answer_schema = schemas::reference("Session"),
           .problems = problems},
          {.method = "GET",
           .address = "/sessions",
           .operation = "listSessions",
           .summary = "Sessions et leurs places",
           .execute = list_sessions,
           .answer_schema = schemas::page_of("Session"),
           .parameters = page_parameters(),
           .problems = {ProblemName::invalid_data}}};
}

}  // namespace jalon::api
