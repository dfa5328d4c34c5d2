#include "engine/proof/survey.hpp"

namespace jalon::proof {

std::string place_of(Definition const& definition, int number) {
  auto const& state = definition.states[std::size_t(number)];
  auto const region = state.region < 0 ? "" : definition.regions[std::size_t(state.region)].id + ".";
  return region + std::string(state.id);
}

std::vector<char> reached_from(Definition const& definition, int start) {
  std::vector<char> reached(definition.states.size(), 0);
  std::vector<int> to_visit{start};
  while (!to_visit.empty()) {
    int const number = to_visit.back();
    to_visit.pop_back();
    if (reached[std::size_t(number)]) continue;
    reached[std::size_t(number)] = 1;
    for (auto const& row : definition.rows)
      if (row.source == number) to_visit.push_back(row.target);
  }
  return reached;
}

std::vector<char> leading_to(Definition const& definition, std::vector<char> const& ends) {
  std::vector<char> leading = ends;
  for (bool changed = true; changed;) {
    changed = false;
    for (auto const& row : definition.rows)
      if (leading[std::size_t(row.target)] && !leading[std::size_t(row.source)])
        leading[std::size_t(row.source)] = 1, changed = true;
  }
  return leading;
}

bool has_final_state(Definition const& definition, int region) {
  auto const reached = reached_from(definition, definition.regions[std::size_t(region)].initial);
  for (std::size_t i = 0; i < reached.size(); ++i)
    if (reached[i] && definition.states[i].final) return true;
  return false;
}

bool is_lived_in(StateModel const& state) {
  return !state.hidden && !state.final && !state.terminal;
}

bool exclude_each_other(ConditionModel const& one, ConditionModel const& other) {
  if (one.id == other.id) return one.negated != other.negated;
  return !one.negated && !other.negated && !one.family.empty() && one.family == other.family;
}

}  // namespace jalon::proof
