#include "api/pages/acts_of_case.hpp"

#include <algorithm>

#include "api/pages/next_acts.hpp"
#include "api/pages/words.hpp"

namespace jalon::pages {

namespace {

constexpr char const* life_of_the_file = "life";  // suspending, taking up again, notes: whatever the step

Json possible_acts(Json const& shown) {
  Json list = Json::array();
  for (auto const& action : shown.at("actions"))
    if (action.at("enabled") == true)
      list.push_back({{"label", action.at("label")}, {"event", action.at("event")}, {"first", false}});
  return list;
}

// Out of one list, into the other.
void take(Json& from, std::string_view event, bool first, Json& into) {
  for (auto act = from.begin(); act != from.end(); ++act)
    if (act->at("event") == event) {
      (*act)["first"] = first;
      into.push_back(std::move(*act));
      from.erase(act);
      return;
    }
}

}  // namespace

ActsOfCase acts_of_case(Visit const& visit, Definition const& definition, Json const& shown) {
  ActsOfCase acts{Json::array(), possible_acts(shown)};
  auto const take_those_of = [&](std::string const& region, std::string const& state, bool answer) {
    for (auto const* event : acts_of_state(definition, region, state, visit.roles)) {
      if (leads_out(definition, *event)) continue;
      bool const first = answer && acts.of_this_step.empty() && !closes(definition, *event);
      take(acts.at_any_time, event->id, first, acts.of_this_step);
    }
  };
  for (auto const& deadline : shown.at("deadlines"))
    take_those_of(deadline.at("region"), deadline.at("state"), true);
  for (auto const& [region, state] : shown.at("states").items())
    if (region != life_of_the_file) take_those_of(region, state, false);
  return acts;
}

Json acts_on_documents(Definition const& definition, Json const& shown) {
  Json acts = Json::array();
  for (auto& act : possible_acts(shown)) {
    int const event = definition.find_event(act.at("event").get<std::string>());
    if (event < 0 || definition.events[std::size_t(event)].schema == nullptr) continue;
    auto const fields = definition.events[std::size_t(event)].schema().value("properties", Json::object());
    if (fields.contains("documents") || act.at("event") == "waive_documents") acts.push_back(std::move(act));
  }
  return acts;
}

bool is_possible(Json const& shown, std::string_view event) {
  auto const acts = possible_acts(shown);
  return std::any_of(acts.begin(), acts.end(), [&](Json const& act) { return act.at("event") == event; });
}

namespace {

// A reason that is the role already names whose it is.
bool says_whose(Json const& reasons) {
  return std::any_of(reasons.begin(), reasons.end(),
                     [](Json const& reason) { return reason.at("guard") == "role"; });
}

}  // namespace

Json impossible_acts(Json const& shown) {
  Json list = Json::array();
  for (auto const& action : shown.at("actions"))
    if (action.at("enabled") == false) {
      auto const& reasons = action.at("blocked_by");
      list.push_back({{"label", action.at("label")},
                      {"reasons", reasons},
                      {"who", says_whose(reasons) ? "" : roles_in_words(action.at("roles"))}});
    }
  return list;
}

}  // namespace jalon::pages
