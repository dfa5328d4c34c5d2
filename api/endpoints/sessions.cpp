// A session's seats, who is next, its letters and lists, and what its pre-reception found.
#include "api/endpoints/sessions.hpp"

#include <algorithm>

#include "api/endpoints/batch.hpp"
#include "api/endpoints/committee_list.hpp"
#include "api/endpoints/committee_schemas.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/papers.hpp"
#include "api/endpoints/session_lists.hpp"
#include "engine/ports/sessions.hpp"

namespace jalon::api {

namespace {

// ---- reading ----

Json session_for(Exchange const& exchange, std::string const& paper) {
  auto session =
      exchange.house.sessions.read(exchange.sight(), exchange.path.at("id"), paper, exchange.caller.login);
  if (!session) throw ApiProblem{ProblemName::not_found, "Cette session n’existe pas."};
  return std::move(*session);
}

http::Response read_session(Exchange& exchange) {
  return json_response(session_seen_by(exchange.roles, session_for(exchange, "session")));
}

http::Response print_pre_reception(Exchange& exchange) {
  auto const session = session_for(exchange, "pre_reception_list");
  auto const content = pre_reception_content(session, exchange.roles);
  return page_or_pdf(exchange, paper(exchange, "pre_reception_list", content),
                     "pre-accueil-" + session.at("entry_on").get<std::string>());
}

// Of the pre-reception while it lies ahead, else of the entry.
std::string day_of_list(Exchange const& exchange, Json const& session) {
  if (auto const on = exchange.query("on")) {
    if (!parse_date(*on)) throw invalid_data({{"/on", "date", "une date est attendue : AAAA-MM-JJ"}});
    return *on;
  }
  auto const today = to_string(paris_date(exchange.house.registers.clock().now));
  auto const& pre_reception = session.at("pre_reception_on");
  return pre_reception.is_string() && pre_reception >= today ? pre_reception : session.at("entry_on");
}

http::Response print_attendance(Exchange& exchange) {
  auto const session = session_for(exchange, "attendance_list");
  auto const on = day_of_list(exchange, session);
  return page_or_pdf(exchange, paper(exchange, "attendance_list", attendance_content(session, on)),
                     "presence-" + on);
}

// ---- batches ----

std::vector<std::string> cases_in_state(Json const& session, std::string_view state) {
  std::vector<std::string> cases;
  for (auto const& seat : session.at("seats"))
    if (seat.at("state") == state) cases.push_back(seat.at("case"));
  return cases;
}

http::Response send_dates_letters(Exchange& exchange) {
  Body(exchange.body, {}).refuse();
  auto const cases = cases_in_state(session_for(exchange, "dates_letters"), "assigned");
  return batch_response(exchange, cases, [&](std::string const& id) {
    return submit_part(exchange, id, {"send_dates_letter", Json::object(), {}, {}, {}});
  });
}

bool holds_a_seat(Json const& session, std::string const& case_id) {
  auto const& seats = session.at("seats");
  return std::any_of(seats.begin(), seats.end(),
                     [&](Json const& seat) { return seat.at("case") == case_id; });
}

http::Response record_pre_reception(Exchange& exchange) {
  auto const session = session_for(exchange, "pre_reception");
  Body body(exchange.body, {"results", "occurred_on"});
  auto const occurred_on = body.optional_date("occurred_on");
  std::map<std::string, Command> commands;
  std::vector<std::string> cases;
  for (auto item : batch_items(body, exchange.body, "results")) {
    cases.push_back(item.at("case"));
    item.erase("case");
    commands.emplace(cases.back(), Command{"hold_pre_reception", item, occurred_on, {}, {}});
  }
  body.refuse();
  return batch_response(exchange, cases, [&](std::string const& id) {
    if (!holds_a_seat(session, id))
      throw ApiProblem{ProblemName::not_allowed_here, "Ce dossier n’a pas de place dans cette session."};
    return submit_part(exchange, id, commands.at(id));
  });
}

Route printing(std::string address, std::string operation, std::string summary, RoleSet roles,
               std::function<http::Response(Exchange&)> execute) {
  return {.method = "GET",
          .address = std::move(address),
          .operation = std::move(operation),
          .summary = std::move(summary),
          .execute = std::move(execute),
          .roles = roles,
          .answer_types = {"application/pdf"},
          .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::invalid_data,
                       ProblemName::unavailable}};
}

Route batch(std::string address, std::string operation, std::string summary, Role role,
            std::function<http::Response(Exchange&)> execute) {
  return {.method = "POST",
          .address = std::move(address),
          .operation = std::move(operation),
          .summary = std::move(summary),
          .execute = std::move(execute),
          .roles = {role},
          .answer_schema = schemas::page_of("BatchResult"),
          .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::invalid_data},
          .takes_key = true};
}

}  // namespace

std::vector<Route> session_routes() {
  auto attendance = printing("/sessions/{id}/attendance.pdf", "printAttendanceList",
                             "Feuille de présence à signer, en PDF", team_roles(), print_attendance);
  attendance.parameters = {{"on",
                            "Le jour (sans lui : le pré-accueil s’il est à venir, sinon l’entrée)",
                            {{"type", "string"}, {"format", "date"}}}};
  auto results =
      batch("/sessions/{id}/pre-reception", "recordPreReception",
            "Enregistrer le pré-accueil : un résultat par dossier", Role::coordinator, record_pre_reception);
  results.body_schema = schemas::pre_reception_results();
  return {
      {.method = "GET",
       .address = "/sessions/{id}",
       .operation = "readSession",
       .summary = "Une session : ses places, et les personnes suivantes dans l’ordre",
       .execute = read_session,
       .roles = case_readers(),
       .answer_schema = schemas::reference("SessionSeats"),
       .problems = {ProblemName::role_not_allowed, ProblemName::not_found}},
      batch("/sessions/{id}/dates-letters", "sendDatesLetters",
            "Envoyer le courrier des dates à toutes les places attribuées", Role::admin_assistant,
            send_dates_letters),
      results,
      printing("/sessions/{id}/pre-reception.pdf", "printPreReceptionList",
               "Liste du pré-accueil et ses trois vérifications, en PDF", team_roles(), print_pre_reception),
      attendance};
}

}  // namespace jalon::api
