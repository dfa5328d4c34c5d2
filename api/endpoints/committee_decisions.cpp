// What the committee decided, in one batch at the end of the meeting.
#include "api/endpoints/committee_decisions.hpp"

#include "api/endpoints/batch.hpp"
#include "api/endpoints/committee_schemas.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/ports/committees.hpp"

namespace jalon::api {

namespace {

bool awaits_decision(Json const& answer) {
  auto const& journey = answer.at("states").at("journey");
  return journey == "on_committee_list" || journey == "under_review";
}

bool is_listed_for(Json const& answer, std::string const& committee) {
  auto const& seen = answer.at("data").value("committee", Json());
  return seen.is_object() && seen.at("id") == committee;
}

// Where the review is still to be opened, nothing is done unless both can be: what is refused leaves the case
// on the list. A case that awaits no decision (any more) goes to the runner, which knows whether this very
// decision is the one that was recorded.
Outcome decide_case(Exchange const& exchange, std::string const& case_id, Command const& decision) {
  auto const& committee = exchange.path.at("id");
  auto& runner = exchange.house.runner;
  auto const now = runner.read(exchange.request(), case_id);
  auto const* found = std::get_if<Done>(&now);
  if (!found) return now;
  if (awaits_decision(found->answer) && !is_listed_for(found->answer, committee))
    throw ApiProblem{ProblemName::not_allowed_here, "Ce dossier est inscrit à une autre commission."};
  if (found->answer.at("states").at("journey") == "on_committee_list") {
    Command const opening{"open_review", Json::object(), decision.occurred_on, {}, {}};
    auto tried = runner.try_out_in_turn(exchange.request(), case_id, opening, decision);
    if (!std::holds_alternative<Done>(tried)) return tried;
    auto opened = submit_part(exchange, case_id, opening);
    if (!std::holds_alternative<Done>(opened)) return opened;
  }
  return submit_part(exchange, case_id, decision);
}

Command command_of(Body& body, Json const& item, std::size_t place) {
  Command command{"decide", Json::object(), {}, {}, {}};
  auto const pointer = "decisions/" + std::to_string(place) + "/";
  for (auto const& [field, value] : item.items()) {
    if (field == "data" && value.is_object())
      command.data = value;
    else if (field == "data")
      body.wrong(pointer + field, "type", "un objet est attendu");
    else if (field != "case")
      body.wrong(pointer + field, "unknown_field", "ce champ est inconnu ici");
  }
  return command;
}

http::Response decide_batch(Exchange& exchange) {
  if (!exchange.house.committees.read(exchange.caller.establishment, exchange.path.at("id")))
    throw ApiProblem{ProblemName::not_found, "Cette commission n’existe pas."};
  Body body(exchange.body, {"decisions", "occurred_on"});
  auto const occurred_on = body.optional_date("occurred_on");
  std::map<std::string, Command> commands;
  std::vector<std::string> cases;
  for (auto const& item : batch_items(body, exchange.body, "decisions")) {
    auto command = command_of(body, item, cases.size());
    command.occurred_on = occurred_on;
    cases.push_back(item.value("case", ""));
    commands.emplace(cases.back(), std::move(command));
  }
  body.refuse();
  return batch_response(exchange, cases,
                        [&](std::string const& id) { return decide_case(exchange, id, commands.at(id)); });
}

}  // namespace

std::vector<Route> committee_decision_routes() {
  return {
      {.method = "POST",
       .address = "/committees/{id}/decisions",
       .operation = "decideBatch",
       .summary = "Enregistrer les décisions de la commission : chacune pour soi, un résultat par dossier",
       .execute = decide_batch,
       .roles = {Role::coordinator},
       .body_schema = schemas::decisions(),
       .answer_schema = schemas::page_of("BatchResult"),
       .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::invalid_data},
       .takes_key = true}};
}

}  // namespace jalon::api
