// What people work from: overdue, tasks, messages.
#include "api/endpoints/worklists.hpp"

#include <algorithm>

#include "api/endpoints/body.hpp"
#include "api/endpoints/openapi_schemas.hpp"
#include "engine/access/need_to_know.hpp"
#include "engine/ports/sessions.hpp"

namespace jalon::api {

namespace {

http::Response list_overdue(Exchange& exchange) {
  return page_response(exchange.house.registers.overdue(exchange.sight(), page_request(exchange)));
}

// A freed seat is offered to who is first when the task is read: that changes with every decision.
void name_the_next(Exchange const& exchange, Json& tasks) {
  auto const offers_a_seat = [](Json const& task) { return !task.at("session").is_null(); };
  if (std::none_of(tasks.begin(), tasks.end(), offers_a_seat)) return;
  auto const next = exchange.house.sessions.next_for_a_seat(exchange.sight());
  for (auto& task : tasks)
    if (offers_a_seat(task)) task["next"] = next ? *next : Json();
}

// The next of the tasks that this caller may read. A page that would be empty is passed over.
Page readable_tasks(Exchange const& exchange, TaskFilter const& filter) {
  for (auto request = page_request(exchange);;) {
    auto page = exchange.house.registers.tasks(exchange.sight(), filter, request);
    for (auto const& definition : exchange.house.definitions)
      withhold_tasks(page.items, definition, exchange.roles);
    if (!page.items.empty() || !page.next) return page;
    request.cursor = page.next;
  }
}

http::Response list_tasks(Exchange& exchange) {
  auto const role = exchange.query("role");
  if (role && !parse_role(*role)) throw invalid_data({{"/role", "value", "ce rôle n'existe pas"}});
  TaskFilter filter;
  if (role) filter.roles = {*role};
  auto page = readable_tasks(exchange, filter);
  name_the_next(exchange, page.items);
  return page_response(page);
}

http::Response list_messages(Exchange& exchange) {
  return page_response(
      exchange.house.registers.messages(exchange.sight(), case_filter(exchange), page_request(exchange)));
}

bool may_finish(RoleSet roles, Json const& task) {
  auto const role = parse_role(task.value("role", ""));
  return (role && roles.has(*role)) || roles.has(Role::coordinator) || roles.has(Role::deputy_director);
}

http::Response finish_task(Exchange& exchange) {
  auto& registers = exchange.house.registers;
  auto const& id = exchange.path.at("id");
  Body(exchange.body, {}).refuse();
  auto const task = is_uuid(id) ? registers.task(exchange.caller.establishment, id) : std::nullopt;
  if (!task) throw ApiProblem{ProblemName::not_found, "Cette tâche n'existe pas."};
  if (!may_finish(exchange.roles, *task))
    throw ApiProblem{ProblemName::role_not_allowed, "Cette tâche revient à un autre rôle."};
  if (registers.finish_task(exchange.caller.establishment, id, exchange.caller.login) ==
      Finished::not_this_way)
    throw ApiProblem{ProblemName::not_allowed_here,
                     task->at("kind") == "letter_to_post"
                         ? "Cette tâche se termine en disant quel jour le courrier est parti."
                         : "Cette tâche se termine en confirmant la transmission."};
  return json_response(*registers.task(exchange.caller.establishment, id));
}

std::vector<QueryParameter> with_pages(std::vector<QueryParameter> parameters) {
  for (auto& parameter : page_parameters()) parameters.push_back(std::move(parameter));
  return parameters;
}

}  // namespace

std::optional<std::string> case_filter(Exchange const& exchange) {
  auto const id = exchange.query("case");
  if (id && !is_uuid(*id)) throw invalid_data({{"/case", "reference", "un identifiant est attendu"}});
  return id;
}

QueryParameter case_parameter() {
  return {"case", "Identifiant du dossier", {{"type", "string"}, {"format", "uuid"}}};
}

std::vector<Route> worklist_routes() {
  RoleSet const readers = case_readers();
  std::vector<ProblemName> const list_problems{ProblemName::role_not_allowed, ProblemName::invalid_data};
  return {
      {.method = "GET",
       .address = "/overdue",
       .operation = "listOverdue",
       .summary = "Échéances dépassées",
       .execute = list_overdue,
       .roles = readers,
       .answer_schema = schemas::page_of("OverdueDeadline"),
       .parameters = page_parameters(),
       .problems = list_problems},
      {.method = "GET",
       .address = "/tasks",
       .operation = "listTasks",
       .summary = "Tâches à faire ; celle d’une place libérée nomme la session et la personne suivante",
       .execute = list_tasks,
       .roles = readers,
       .answer_schema = schemas::page_of("Task"),
       .parameters = with_pages({{"role", "Tâches de ce rôle", {{"type", "string"}}}}),
       .problems = list_problems},
      {.method = "POST",
       .address = "/tasks/{id}/done",
       .operation = "finishTask",
       .summary = "Marquer une tâche faite",
       .execute = finish_task,
       .roles = team_roles(),  // to a partner a foreign task and an unknown one are alike
       .answer_schema = schemas::reference("Task"),
       .problems = {ProblemName::role_not_allowed, ProblemName::not_found, ProblemName::not_allowed_here}},
      {.method = "GET",
       .address = "/messages",
       .operation = "listMessages",
       .summary = "Courriers et courriels",
       .execute = list_messages,
       .roles = readers,
       .answer_schema = schemas::page_of("Message"),
       .parameters = with_pages({case_parameter()}),
       .problems = list_problems}};
}

}  // namespace jalon::api
