#include "engine/model/definition.hpp"

#include <algorithm>

namespace jalon {

namespace {
template <class List>
int find_by_id(List const& list, std::string_view id) {
  for (std::size_t i = 0; i < list.size(); ++i)
    if (list[i].id == id) return int(i);
  return -1;
}
}  // namespace

int Definition::find_region(std::string_view id_) const {
  return find_by_id(regions, id_);
}
int Definition::find_event(std::string_view id_) const {
  return find_by_id(events, id_);
}
int Definition::find_deadline(StateModel const& state, std::string_view id_) const {
  for (int deadline : state.deadlines)
    if (deadlines[std::size_t(deadline)].id == id_) return deadline;
  return -1;
}

StateModel const& Definition::state_of(DeadlineRecord const& record) const {
  int const region = find_region(record.region);
  int const state = region < 0 ? -1 : find_state(region, record.state);
  if (state < 0 || find_deadline(states[std::size_t(state)], record.id) < 0)
    throw UnknownPlace("échéance inconnue de cette version : " + record.id + " en " + record.region);
  return states[std::size_t(state)];
}

DeadlineModel const& Definition::model_of(DeadlineRecord const& record) const {
  return deadlines[std::size_t(find_deadline(state_of(record), record.id))];
}

int Definition::find_state(int region, std::string_view id_) const {
  for (std::size_t i = 0; i < states.size(); ++i)
    if (states[i].region == region && states[i].id == id_) return int(i);
  return -1;
}

bool Definition::is_active(Places const& places, int state) const {
  int const region = states[std::size_t(state)].region;
  if (region < 0 || places[std::size_t(region)] != state) return false;
  int const parent = machines[std::size_t(states[std::size_t(state)].machine)].parent_state;
  return parent < 0 || is_active(places, parent);
}

bool Definition::has_active(Places const& places, bool StateModel::*property) const {
  return std::any_of(places.begin(), places.end(), [&](int state) {
    return state >= 0 && states[std::size_t(state)].*property && is_active(places, state);
  });
}

Places Definition::initial_places() const {
  Places places(regions.size(), -1);
  for (std::size_t i = 0; i < regions.size(); ++i)
    if (regions[i].machine == 0) places[i] = regions[i].initial;
  return places;
}

Places Definition::places_of(Snapshot const& snapshot) const {
  if (snapshot.revision == 0) return initial_places();
  Places places = initial_places();
  for (auto const& [region_id, state_id] : snapshot.places) {
    int const region = find_region(region_id);
    int const state = region < 0 ? -1 : find_state(region, state_id);
    if (state < 0) throw UnknownPlace("état inconnu de cette version : " + region_id + " = " + state_id);
    places[std::size_t(region)] = state;
  }
  return places;
}

namespace {
// A state belongs to the region from whose initial state it can be reached.
void assign_regions(Definition& definition) {
  for (std::size_t region = 0; region < definition.regions.size(); ++region) {
    std::vector<int> to_visit{definition.regions[region].initial};
    definition.states[std::size_t(to_visit.front())].initial = true;
    while (!to_visit.empty()) {
      auto& state = definition.states[std::size_t(to_visit.back())];
      int const number = to_visit.back();
      to_visit.pop_back();
      if (state.region >= 0) continue;
      state.region = int(region);
      for (auto const& row : definition.rows)
        if (row.source == number && !row.internal) to_visit.push_back(row.target);
    }
  }
}

void name_rows(Definition& definition) {
  std::vector<std::string> taken;
  for (std::size_t i = 0; i < definition.rows.size(); ++i) {
    auto& row = definition.rows[i];
    definition.events[std::size_t(row.event)].rows.push_back(int(i));
    std::string name = std::string(definition.states[std::size_t(row.source)].id) + "." +
                       std::string(definition.events[std::size_t(row.event)].id) + "." +
                       (row.internal ? "same" : std::string(definition.states[std::size_t(row.target)].id));
    auto const same = std::count(taken.begin(), taken.end(), name);
    taken.push_back(name);
    row.id = same == 0 ? name : name + "~" + std::to_string(same + 1);
  }
}
}  // namespace

void Definition::complete() {
  for (std::size_t i = 0; i < states.size(); ++i)
    if (states[i].inner >= 0) machines[std::size_t(states[i].inner)].parent_state = int(i);
  name_rows(*this);
  assign_regions(*this);
}

bool Turn::is_final() const {
  return definition.has_active(places_before, &StateModel::final);
}

bool Turn::is_in(std::string_view state_id) const {
  for (int state : places_before)
    if (state >= 0 && definition.states[std::size_t(state)].id == state_id &&
        definition.is_active(places_before, state))
      return true;
  return false;
}

}  // namespace jalon
