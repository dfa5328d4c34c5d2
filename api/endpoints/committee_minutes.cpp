// The minutes of a committee: who was there, what was remarked, and the decisions as the cases know them.
#include "api/endpoints/committee_minutes.hpp"

#include "api/endpoints/body.hpp"
#include "api/endpoints/committee_list.hpp"
#include "api/endpoints/committee_schemas.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/papers.hpp"
#include "engine/ports/committee_meetings.hpp"

namespace jalon::api {

namespace {

constexpr std::size_t most_present = 30;

// Remarks may speak of any case: a partner, who sees its own department's only, does not get them.
Json minutes_for(Exchange const& exchange) {
  auto minutes =
      exchange.house.meetings.minutes(exchange.sight(), exchange.path.at("id"), exchange.caller.login);
  if (!minutes)
    throw ApiProblem{ProblemName::not_found, "Cette commission n’existe pas, ou n’a pas de compte rendu."};
  if (!exchange.roles.meets(team_roles())) (*minutes)["remarks"] = nullptr;
  for (auto& decision : (*minutes)["decisions"]) withhold_urgency(exchange.roles, decision);
  return std::move(*minutes);
}

http::Response read_minutes_json(Exchange& exchange) {
  return json_response(minutes_for(exchange));
}

http::Response read_minutes(Exchange& exchange) {
  auto const minutes = minutes_for(exchange);
  return page_or_pdf(exchange, paper(exchange, "committee_minutes", minutes_content(minutes)),
                     "compte-rendu-" + minutes.at("held_on").get<std::string>());
}

PresentPerson read_present(Body& body, Json const& json, std::size_t place) {
  Body each(json, {"role", "name"});
  auto const role = each.text("role");
  auto const name = each.text("name");
  if (role && !parse_role(*role)) each.wrong("role", "value", "ce rôle n'existe pas");
  for (auto const& error : each.errors())
    body.wrong("present/" + std::to_string(place) + error.pointer, error.code, error.message);
  return {role.value_or(""), name.value_or("")};
}

std::vector<PresentPerson> read_all_present(Body& body, Json const& json) {
  auto const found = json.is_object() ? json.find("present") : json.end();
  std::vector<PresentPerson> present;
  if (!json.is_object() || found == json.end() || !found->is_array() || found->empty() ||
      found->size() > most_present)
    body.wrong("present", "type", "une liste de 1 à 30 personnes est attendue");
  else
    for (auto const& each : *found) present.push_back(read_present(body, each, present.size()));
  return present;
}

http::Response record_minutes(Exchange& exchange) {
  Body body(exchange.body, {"present", "remarks"});
  auto const present = read_all_present(body, exchange.body);
  auto const remarks = body.optional_text("remarks");
  body.refuse();
  auto const done = exchange.house.meetings.record_minutes(
      exchange.caller.establishment, exchange.path.at("id"), present, remarks, exchange.caller.login);
  if (done == Finished::no_such) throw ApiProblem{ProblemName::not_found, "Cette commission n’existe pas."};
  if (done == Finished::not_this_way)
    throw ApiProblem{ProblemName::not_allowed_here, "Cette commission n’a pas encore eu lieu."};
  return read_minutes_json(exchange);
}

Route reading(std::string ending, std::string operation, std::string summary, RoleSet roles,
              std::function<http::Response(Exchange&)> execute) {
  return {.method = "GET",
          .address = "/committees/{id}/minutes" + ending,
          .operation = std::move(operation),
          .summary = std::move(summary),
          .execute = std::move(execute),
          .roles = roles,
          .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::unavailable}};
}

}  // namespace

Json minutes_content(Json const& minutes) {
  Json present = Json::array();
  for (auto const& each : minutes.at("present")) {
    auto const role = parse_role(each.at("role").get<std::string>());
    present.push_back({{"name", each.at("name")}, {"role_name", role ? french_name_of(*role) : ""}});
  }
  return {{"committee", {{"held_on", minutes.at("held_on")}}},
          {"version", minutes.at("version")},
          {"recorded_on",
           to_string(paris_date(parse_instant(minutes.at("recorded_at").get<std::string>()).value()))},
          {"present", present},
          {"remarks", minutes.at("remarks")},
          {"decisions", minutes.at("decisions")}};
}

std::vector<Route> committee_minutes_routes() {
  auto page =
      reading("", "readCommitteeMinutes", "Compte rendu d’une commission : la page, ou son PDF (Accept)",
              committee_readers(), read_minutes);
  page.answer_types = {"text/html", "application/pdf"};
  auto pdf = reading(".pdf", "readCommitteeMinutesPdf", "Compte rendu d’une commission, en PDF",
                     committee_readers(), read_minutes);
  pdf.answer_types = {"application/pdf"};
  auto json = reading(".json", "readCommitteeMinutesJson", "Compte rendu d’une commission, en JSON",
                      committee_readers(), read_minutes_json);
  json.answer_schema = schemas::reference("CommitteeMinutes");
  auto recording = reading("", "recordCommitteeMinutes",
                           "Rédiger le compte rendu ; une version de plus s’il y en a déjà un",
                           {Role::admin_assistant, Role::coordinator}, record_minutes);
  recording.method = "PUT", recording.body_schema = schemas::new_minutes();
  recording.answer_schema = schemas::reference("CommitteeMinutes");
  recording.problems.push_back(ProblemName::not_allowed_here);
  recording.problems.push_back(ProblemName::invalid_data);
  return {page, pdf, json, recording};
}

}  // namespace jalon::api
