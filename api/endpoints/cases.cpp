// /cases: open, read, correct.
#include "api/endpoints/cases.hpp"

#include "api/endpoints/body.hpp"
#include "api/endpoints/need_to_know.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "api/endpoints/present.hpp"

namespace jalon::api {

namespace {

void require_case_id(Exchange const& exchange) {
  if (!is_uuid(exchange.path.at("id"))) throw ApiProblem{ProblemName::no_such_case, ""};
}

http::Response respond_with_case(Exchange const& exchange, Outcome outcome, int status = 200) {
  if (auto* done = std::get_if<Done>(&outcome)) {
    enter_reading(exchange, done->answer);
    with_schemas(exchange.house.definitions, done->answer);
  }
  return respond(outcome, status);
}

// After an event, a correction or an amendment.
http::Response respond_with_changed_case(Exchange const& exchange, Outcome outcome) {
  if (auto* done = std::get_if<Done>(&outcome)) show_what_is_disclosed(exchange, *done);
  return respond_with_case(exchange, std::move(outcome));
}

// An opening's fields stand at the root of the body, those of an event under `data`.
void point_into_the_body(Outcome& outcome) {
  if (auto* refusal = std::get_if<Refusal>(&outcome))
    for (auto& error : refusal->errors)
      if (error.pointer.starts_with("/data/")) error.pointer.erase(0, 5);
}

http::Response open_case(Exchange& exchange) {
  Body body(exchange.body, {"workflow", "person", "notification"});
  std::string const workflow = body.text("workflow").value_or("");
  Command command{"open_case", Json::object(), {}, {}, body.errors()};
  for (char const* part : {"person", "notification"})
    if (exchange.body.is_object() && exchange.body.contains(part)) command.data[part] = exchange.body[part];
  auto outcome = exchange.house.runner.open(exchange.request(), workflow, command);
  point_into_the_body(outcome);
  auto response = respond_with_case(exchange, outcome, 201);
  response.headers.emplace_back("Location", "/api/v1/cases/" + std::get<Done>(outcome).case_id);
  return response;
}

http::Response read_case(Exchange& exchange) {
  require_case_id(exchange);
  auto const& id = exchange.path.at("id");
  return respond_with_case(exchange, exchange.house.runner.read(request_to_read(exchange, id), id));
}

Command read_command(Exchange const& exchange) {
  Body body(exchange.body, {"event", "data", "occurred_on"});
  Command command;
  command.event = body.text("event").value_or("");
  command.data = body.object("data");
  command.occurred_on = body.optional_date("occurred_on");
  command.expected_revision = exchange.expected_revision();
  command.errors = body.errors();
  return command;
}

http::Response submit_event(Exchange& exchange) {
  require_case_id(exchange);
  auto const command = read_command(exchange);
  auto const dry_run = exchange.query("dry_run");
  if (dry_run && *dry_run != "true" && *dry_run != "false")
    throw invalid_data({{"/dry_run", "value", "true ou false est attendu"}});
  auto& runner = exchange.house.runner;
  auto const& id = exchange.path.at("id");
  if (dry_run == "true")
    return respond_with_case(exchange, runner.try_out(request_to_read(exchange, id), id, command));
  return respond_with_changed_case(exchange, runner.submit(exchange.request(), id, command));
}

std::optional<Instant> read_moment(std::string const& text) {
  if (auto const instant = parse_instant(text)) return instant;
  if (auto const date = parse_date(text))
    return paris_midnight(plus_days(*date, 1)) - std::chrono::microseconds(1);
  return std::nullopt;
}

http::Response case_then(Exchange& exchange, std::string const& at) {
  auto const moment = read_moment(at);
  if (!moment) throw invalid_data({{"/at", "date", "un instant ou une date est attendu"}});
  auto const snapshot = exchange.house.registers.case_at(exchange.sight(), exchange.path.at("id"), *moment);
  if (!snapshot)
    throw ApiProblem{ProblemName::no_such_case, "Il n'y avait pas encore de dossier à cette date."};
  static Settings const shipped;
  auto const reader = request_to_read(exchange, exchange.path.at("id")).actor;
  auto const around = surroundings_under(shipped, *moment, reader, {});
  Json answer = present_case(exchange.house.runner.definition_of(*snapshot), *snapshot, around);
  answer["actions"] = Json::array();  // what was possible then is of no use now
  enter_reading(exchange, answer);
  return json_response(answer);
}

http::Response case_history(Exchange& exchange) {
  require_case_id(exchange);
  if (auto const at = exchange.query("at")) return case_then(exchange, *at);
  auto const& id = exchange.path.at("id");
  auto page = exchange.house.registers.history(exchange.sight(), id, page_request(exchange));
  if (!page) throw ApiProblem{ProblemName::no_such_case, ""};
  withhold_from_entries(exchange, id, page->items);
  enter_reading_of_entries(exchange, id, page->items);
  return page_response(*page);
}

http::Response correct_case(Exchange& exchange) {
  require_case_id(exchange);
  Body body(exchange.body, {"back_to", "reason"});
  auto const back_to = body.whole("back_to", 1, 1'000'000);
  auto const reason = body.text("reason");
  body.refuse();
  return respond_with_changed_case(
      exchange, exchange.house.runner.correct(exchange.request(), exchange.path.at("id"), *back_to, *reason));
}

http::Response amend_case(Exchange& exchange) {
  require_case_id(exchange);
  if (exchange.body.is_object() && exchange.body.contains("notification") &&
      !exchange.roles.has(Role::admin_assistant))
    throw ApiProblem{ProblemName::role_not_allowed,
                     "La validité de la décision revient à l'assistante administrative."};
  return respond_with_changed_case(
      exchange, exchange.house.runner.amend(exchange.request(), exchange.path.at("id"), exchange.body,
                                            exchange.expected_revision()));
}

std::vector<ProblemName> event_problems() {
  return {ProblemName::no_such_case,     ProblemName::role_not_allowed, ProblemName::stale,
          ProblemName::not_allowed_here, ProblemName::invalid_data,     ProblemName::refused,
          ProblemName::key_reused};
}

}  // namespace

std::vector<Route> case_routes() {
  RoleSet const readers = case_readers();
  return {{.method = "POST",
           .address = "/cases",
           .operation = "openCase",
           .summary = "Ouvrir un dossier",
           .success = 201,
           .execute = open_case,
           .body_schema = schemas::open_case(),
           .answer_schema = schemas::reference("Case"),
           .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data, ProblemName::key_reused},
           .takes_key = true},
          {.method = "GET",
           .address = "/cases/{id}",
           .operation = "readCase",
           .summary = "Lire un dossier",
           .execute = read_case,
           .roles = readers,
           .answer_schema = schemas::reference("Case"),
           .problems = {ProblemName::no_such_case, ProblemName::role_not_allowed}},
          {.method = "PATCH",
           .address = "/cases/{id}",
           .operation = "amendCase",
           .summary = "Corriger les données de la personne ou la validité de la décision",
           .execute = amend_case,
           .roles = {Role::admin_assistant, Role::coordinator},
           .body_schema = schemas::amendment(),
           .answer_schema = schemas::reference("Case"),
           .problems = event_problems(),
           .takes_key = true,
           .takes_revision = true},
          {.method = "POST",
           .address = "/cases/{id}/events",
           .operation = "submitEvent",
           .summary = "Enregistrer un événement",
           .execute = submit_event,
           .body_schema = schemas::event(),
           .answer_schema = schemas::reference("Case"),
           .parameters = {{"dry_run",
                           "true : dire ce qui se passerait, sans rien écrire",
                           {{"type", "boolean"}}}},
           .problems = event_problems(),
           .takes_key = true,
           .takes_revision = true},
          {.method = "GET",
           .address = "/cases/{id}/history",
           .operation = "readHistory",
           .summary = "Lire l'historique, ou le dossier tel qu'il était (at)",
           .execute = case_history,
           .roles = readers,
           .answer_schema = schemas::history_answer(),
           .parameters =
               [] {
                 auto parameters = page_parameters();
                 parameters.push_back({"at",
                                       "Le dossier tel qu'il était à cet instant ou à la fin de ce jour",
                                       {{"type", "string"}}});
                 return parameters;
               }(),
           .problems = {ProblemName::no_such_case, ProblemName::role_not_allowed, ProblemName::invalid_data}},
          {.method = "POST",
           .address = "/cases/{id}/corrections",
           .operation = "correctCase",
           .summary = "Revenir en arrière, avec un motif",
           .execute = correct_case,
           .roles = {Role::admin_assistant, Role::coordinator, Role::deputy_director},
           .body_schema = schemas::correction(),
           .answer_schema = schemas::reference("Case"),
           .problems = event_problems(),
           .takes_key = true}};
}

}  // namespace jalon::api
