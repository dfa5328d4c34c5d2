#include "api/endpoints/present.hpp"

#include <algorithm>

#include "engine/access/need_to_know.hpp"

namespace jalon::api {

namespace {

Json present_task(TaskRecord const& task) {
  return {{"id", task.id},
          {"kind", task.kind},
          {"label", task.label},
          {"role", name_of(task.role)},
          {"due", task.due ? Json(to_string(*task.due)) : Json(nullptr)},
          {"done", false}};
}

Json present_action(Definition const& definition, PossibleAction const& action) {
  auto const& event = definition.events[std::size_t(action.event)];
  Json blocked = Json::array();
  for (auto const& reason : action.blocked_by)
    blocked.push_back({{"guard", reason.guard}, {"message", reason.message}});
  return {{"event", event.id},
          {"label", event.label},
          {"roles", action.roles.names()},
          {"enabled", action.enabled},
          {"blocked_by", std::move(blocked)},
          {"data_schema", Json::object()}};
}

std::vector<DeadlineRecord> in_order_of_due(std::vector<DeadlineRecord> deadlines) {
  std::stable_sort(deadlines.begin(), deadlines.end(), [](auto const& one, auto const& other) {
    return std::tie(one.date.due, one.id) < std::tie(other.date.due, other.id);
  });
  return deadlines;
}

}  // namespace

Json present_deadline(DeadlineRecord const& record, Definition const& definition, Date today) {
  return {{"id", record.id},
          {"label", definition.model_of(record).label},
          {"region", record.region},
          {"state", record.state},
          {"raw", to_string(record.date.raw)},
          {"due", to_string(record.date.due)},
          {"derivation", record.date.derivation},
          {"overdue", record.is_overdue(today)},
          {"owner", name_of(record.owner)}};
}

Json present_case(Definition const& definition, Snapshot const& snapshot, Surroundings const& around) {
  Json answer{{"id", snapshot.id},
              {"reference", snapshot.reference},
              {"workflow", snapshot.workflow},
              {"definition_version", snapshot.definition_version},
              {"revision", snapshot.revision},
              {"states", visible_states(definition, snapshot)},
              {"closed", is_closed(definition, snapshot)},
              {"deadlines", Json::array()},
              {"tasks", Json::array()},
              {"actions", Json::array()},
              {"person", write_described(snapshot.person)},
              {"notification", write_described(snapshot.notification)},
              {"data", snapshot.data}};
  withhold(answer["data"], "", definition, around.actor.reading());
  for (auto const& record : in_order_of_due(snapshot.deadlines))
    answer["deadlines"].push_back(present_deadline(record, definition, around.today));
  for (auto const& task : snapshot.tasks) answer["tasks"].push_back(present_task(task));
  withhold_tasks(answer["tasks"], definition, around.actor.reading());
  for (auto const& action : possible_actions(definition, snapshot, around))
    answer["actions"].push_back(present_action(definition, action));
  return answer;
}

void with_schemas(std::vector<Definition> const& definitions, Json& answer) {
  static std::map<std::string, Json> const schemas = [&] {
    std::map<std::string, Json> all;
    for (auto const& definition : definitions)
      for (auto const& event : definition.events)
        all[std::string(definition.id) + "/" + std::to_string(definition.version) + "/" +
            std::string(event.id)] = event.schema();
    return all;
  }();
  if (!answer.contains("actions")) return;
  std::string const prefix = answer.at("workflow").get<std::string>() + "/" +
                             std::to_string(answer.at("definition_version").get<int>()) + "/";
  for (auto& action : answer["actions"]) {
    auto const found = schemas.find(prefix + action.at("event").get<std::string>());
    if (found != schemas.end()) action["data_schema"] = found->second;
  }
}

}  // namespace jalon::api
