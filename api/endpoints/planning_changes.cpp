// A committee or a session that was fixed by mistake, or that changes, is put right while nothing hangs on
// it.
#include "api/endpoints/all_items.hpp"
#include "api/endpoints/body.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/planning.hpp"
#include "api/endpoints/planning_ties.hpp"

namespace jalon::api {

namespace {

std::string const& id_of(Exchange const& exchange) {
  return exchange.path.at("id");
}

// What it is now. A refusal says why.
Json changed(std::optional<Json> const& answer, char const* no_such, std::string (*why)(Json const&)) {
  if (!answer) throw ApiProblem{ProblemName::not_found, no_such};
  auto const& kept_by = answer->at("kept_by");
  if (!kept_by.is_null()) throw ApiProblem{ProblemName::not_allowed_here, why(kept_by)};
  return answer->value("now", Json());
}

// ---- committees ----

Json committee_after(std::optional<Json> const& answer) {
  return changed(answer, "Cette commission n’existe pas.", why_committee_stays);
}

http::Response move_committee(Exchange& exchange) {
  Body body(exchange.body, {"held_on"});
  auto const held_on = body.date("held_on");
  body.refuse();
  return json_response(committee_after(
      exchange.house.registers.move_committee(exchange.caller.establishment, id_of(exchange), *held_on)));
}

http::Response remove_committee(Exchange& exchange) {
  Body(exchange.body, {}).refuse();
  committee_after(exchange.house.registers.remove_committee(exchange.caller.establishment, id_of(exchange)));
  return {204, "", "", {}};
}

// ---- sessions ----

Json session_after(std::optional<Json> const& answer) {
  if (answer && answer->at("kept_by").is_object() && answer->at("kept_by").contains("order"))
    throw invalid_data({{"/pre_reception_on", "value", "le pré-accueil précède l'entrée"}});
  return changed(answer, "Cette session n’existe pas.", why_session_stays);
}

// A day that is past would stand for good.
void read_pre_reception(Exchange const& exchange, Body& body, Json& patch) {
  if (!exchange.body.contains("pre_reception_on")) return;
  auto const day = body.optional_date("pre_reception_on");
  patch["pre_reception_on"] = day ? Json(to_string(*day)) : Json();
  if (day && *day < paris_date(exchange.house.registers.clock().now))
    body.wrong("pre_reception_on", "range", "un jour à venir est attendu");
}

Json session_patch(Exchange const& exchange) {
  Body body(exchange.body, {"entry_on", "capacity", "weeks", "pre_reception_on"});
  Json patch = Json::object();
  if (exchange.body.is_object() && !exchange.body.empty()) {
    if (exchange.body.contains("entry_on"))
      if (auto const entry_on = body.date("entry_on")) patch["entry_on"] = to_string(*entry_on);
    if (exchange.body.contains("capacity")) patch["capacity"] = body.whole("capacity", 1, 200).value_or(0);
    if (exchange.body.contains("weeks")) patch["weeks"] = body.whole("weeks", 1, 14).value_or(0);
    read_pre_reception(exchange, body, patch);
  } else if (body.errors().empty()) {
    throw invalid_data({{"", "required", "rien n'est à corriger"}});
  }
  body.refuse();
  return patch;
}

// Who holds a seat was told of the pre-reception by the session as it was. Sent again, it goes on where it
// was broken off.
void tell_seats(Exchange const& exchange, std::string const& session) {
  auto const& establishment = exchange.caller.establishment;
  CaseFilter filter;
  filter.session = session;
  auto const seats = all_items([&](PageRequest const& request) {
    return exchange.house.registers.cases({establishment, std::nullopt}, filter, request);
  });
  for (auto const& seat : seats) exchange.house.runner.see_session(establishment, seat.at("id"), session);
}

http::Response amend_session(Exchange& exchange) {
  auto const patch = session_patch(exchange);
  auto const session = session_after(
      exchange.house.registers.amend_session(exchange.caller.establishment, id_of(exchange), patch));
  if (patch.contains("pre_reception_on")) tell_seats(exchange, session.at("id"));
  return json_response(session);
}

http::Response remove_session(Exchange& exchange) {
  Body(exchange.body, {}).refuse();
  session_after(exchange.house.registers.remove_session(exchange.caller.establishment, id_of(exchange)));
  return {204, "", "", {}};
}

Route change(char const* method, char const* address, char const* operation, char const* summary,
             http::Response (*execute)(Exchange&)) {
  Route route{.method = method,
              .address = address,
              .operation = operation,
              .summary = summary,
              .execute = execute,
              .roles = {Role::coordinator}};
  route.problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::not_allowed_here,
                    ProblemName::invalid_data};
  return route;
}

Route removal(char const* address, char const* operation, char const* summary,
              http::Response (*execute)(Exchange&)) {
  auto route = change("DELETE", address, operation, summary, execute);
  route.success = 204;
  return route;
}

}  // namespace

std::vector<Route> planning_change_routes() {
  auto moving = change("PATCH", "/committees/{id}", "moveCommittee",
                       "Changer le jour d’une commission où personne n’est inscrit", move_committee);
  moving.body_schema = schemas::new_committee(), moving.answer_schema = schemas::reference("Committee");
  auto amending =
      change("PATCH", "/sessions/{id}", "amendSession",
             "Corriger une session : ses places et son pré-accueil, et ses dates tant que personne "
             "n’y a eu de place",
             amend_session);
  amending.body_schema = schemas::session_amendment(), amending.answer_schema = schemas::reference("Session");
  return {moving,
          removal("/committees/{id}", "removeCommittee", "Supprimer une commission où personne n’est inscrit",
                  remove_committee),
          amending,
          removal("/sessions/{id}", "removeSession", "Supprimer une session où personne n’a eu de place",
                  remove_session)};
}

}  // namespace jalon::api
