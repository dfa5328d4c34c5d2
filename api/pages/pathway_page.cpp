#include "api/pages/pathway_page.hpp"

#include <algorithm>

#include "api/pages/deadline_rule.hpp"
#include "api/pages/journey_picture.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"
#include "engine/proof/diagram.hpp"

namespace jalon::pages {

namespace {

std::string roles_in_words_of(RoleSet roles) {
  return roles_in_words(Json(roles.names()));
}

Json deadlines_json(Definition const& definition, StateModel const& state) {
  Json list = Json::array();
  for (int const number : state.deadlines) {
    auto const& deadline = definition.deadlines[std::size_t(number)];
    list.push_back({{"label", std::string(deadline.label)},
                    {"rule", rule_in_french(deadline.rule)},
                    {"owner", std::string(french_name_of(deadline.owner))}});
  }
  return list;
}

std::string target_of(Definition const& definition, RowModel const& row) {
  return row.internal ? "" : std::string(definition.states[std::size_t(row.target)].label);
}

std::string guards_of(RowModel const& row) {
  std::string text;
  for (auto const& guard : row.guards) text += (text.empty() ? "" : " ; ") + std::string(guard.reason);
  return text;
}

// What may be done in a state, row by row; what is possible everywhere is said once, above.
Json rows_json(Definition const& definition, int state, std::vector<int> const& anywhere) {
  Json list = Json::array();
  for (auto const& row : definition.rows) {
    bool const said_above = std::find(anywhere.begin(), anywhere.end(), row.event) != anywhere.end();
    auto const& event = definition.events[std::size_t(row.event)];
    if (row.source != state || said_above || event.opening) continue;
    list.push_back({{"event", std::string(event.label)},
                    {"roles", event.of_engine ? "de lui-même" : roles_in_words_of(row.roles)},
                    {"target", target_of(definition, row)},
                    {"unless", guards_of(row)}});
  }
  return list;
}

Json states_json(Definition const& definition, std::vector<int> const& anywhere) {
  Json regions = Json::array();
  for (std::size_t region = 0; region < definition.regions.size(); ++region) {
    Json states = Json::array();
    for (std::size_t i = 0; i < definition.states.size(); ++i) {
      auto const& state = definition.states[i];
      if (state.region != int(region) || state.hidden) continue;
      states.push_back({{"label", std::string(state.label)},
                        {"id", std::string(state.id)},
                        {"final", state.final},
                        {"deadlines", deadlines_json(definition, state)},
                        {"no_deadline", std::string(state.no_deadline_because)},
                        {"rows", rows_json(definition, int(i), anywhere)}});
    }
    regions.push_back(
        {{"label", std::string(definition.regions[region].label)}, {"states", std::move(states)}});
  }
  return regions;
}

Json anywhere_json(Definition const& definition, std::vector<int> const& events) {
  Json list = Json::array();
  for (int const number : events) {
    auto const& event = definition.events[std::size_t(number)];
    list.push_back({{"label", std::string(event.label)}, {"roles", roles_in_words_of(event.roles)}});
  }
  return list;
}

http::Response show(Visit& visit) {
  auto const* definition = visit.house.runner.find_definition(visit.path.at("workflow"));
  if (!definition) throw api::ApiProblem{api::ProblemName::not_found, "Ce parcours n’existe pas."};
  auto const anywhere = from_anywhere(*definition);
  return render(visit, "pathway",
                {{"title", std::string(definition->label)},
                 {"version", definition->version},
                 {"picture", journey_picture(visit, *definition)},
                 {"anywhere", anywhere_json(*definition, anywhere)},
                 {"regions", states_json(*definition, anywhere)}});
}

}  // namespace

std::vector<PageRoute> pathway_pages() {
  return {{.method = "GET", .address = "/parcours/{workflow}", .execute = show}};
}

}  // namespace jalon::pages
