#include "engine/proof/definition_json.hpp"

namespace jalon {

namespace {
Json text(std::string_view view) {
  return std::string(view);
}

Json list_of(std::vector<std::string_view> const& views) {
  Json list = Json::array();
  for (auto const view : views) list.push_back(text(view));
  return list;
}

std::string region_id(Definition const& definition, StateModel const& state) {
  return state.region < 0 ? "" : definition.regions[std::size_t(state.region)].id;
}

Json region_json(Definition const& definition, RegionModel const& region) {
  Json json{{"id", region.id},
            {"label", text(region.label)},
            {"initial", text(definition.states[std::size_t(region.initial)].id)}};
  if (region.machine != 0) json["composite"] = text(definition.machines[std::size_t(region.machine)].id);
  return json;
}

Json deadline_json(DeadlineModel const& deadline) {
  return {
      {"id", text(deadline.id)}, {"label", text(deadline.label)}, {"owner", text(name_of(deadline.owner))},
      {"rule", deadline.rule},   {"fixed", deadline.fixed},       {"automatic", deadline.automatic}};
}

Json state_json(Definition const& definition, StateModel const& state) {
  Json json{
      {"id", text(state.id)},      {"label", text(state.label)}, {"region", region_id(definition, state)},
      {"initial", state.initial},  {"final", state.final},       {"tags", list_of(state.tags)},
      {"deadlines", Json::array()}};
  for (int deadline : state.deadlines)
    json["deadlines"].push_back(deadline_json(definition.deadlines[std::size_t(deadline)]));
  if (state.inner >= 0) json["composite"] = text(definition.machines[std::size_t(state.inner)].id);
  if (state.remembered >= 0) json["remembers"] = text(definition.machines[std::size_t(state.remembered)].id);
  if (!state.no_deadline_because.empty()) json["no_deadline_because"] = text(state.no_deadline_because);
  if (!state.tells_nobody_because.empty()) json["tells_nobody_because"] = text(state.tells_nobody_because);
  return json;
}

Json event_json(EventModel const& event) {
  return {{"id", text(event.id)},         {"label", text(event.label)},
          {"roles", event.roles.names()}, {"opening", event.opening},
          {"automatic", event.of_engine}, {"data_schema", event.schema ? event.schema() : Json::object()}};
}

Json condition_json(ConditionModel const& condition) {
  return (condition.negated ? "not " : "") + std::string(condition.id);
}

Json action_json(ActionModel const& action) {
  Json json{{"id", text(action.id)}, {"what", text(action.what)}};
  if (!action.message_template.empty()) json["message"] = text(action.message_template);
  if (!action.transmission_code.empty()) json["transmission"] = text(action.transmission_code);
  return json;
}

Json row_json(Definition const& definition, RowModel const& row) {
  auto const& source = definition.states[std::size_t(row.source)];
  Json json{{"id", row.id},
            {"region", region_id(definition, source)},
            {"from", text(source.id)},
            {"event", text(definition.events[std::size_t(row.event)].id)},
            {"to", text(definition.states[std::size_t(row.target)].id)},
            {"stays", row.internal},
            {"roles", row.roles.names()},
            {"conditions", Json::array()},
            {"guards", Json::array()},
            {"actions", Json::array()},
            {"otherwise", row.otherwise},
            {"alongside", row.alongside}};
  for (auto const& condition : row.conditions) json["conditions"].push_back(condition_json(condition));
  for (auto const& guard : row.guards)
    json["guards"].push_back({{"id", text(guard.id)}, {"reason", text(guard.reason)}});
  for (auto const& action : row.actions) json["actions"].push_back(action_json(action));
  return json;
}
}  // namespace

Json definition_to_json(Definition const& definition) {
  Json json{{"id", text(definition.id)}, {"label", text(definition.label)}, {"version", definition.version},
            {"regions", Json::array()},  {"states", Json::array()},         {"events", Json::array()},
            {"rows", Json::array()}};
  for (auto const& region : definition.regions) json["regions"].push_back(region_json(definition, region));
  for (auto const& state : definition.states) json["states"].push_back(state_json(definition, state));
  for (auto const& event : definition.events) json["events"].push_back(event_json(event));
  for (auto const& row : definition.rows) json["rows"].push_back(row_json(definition, row));
  return json;
}

}  // namespace jalon
