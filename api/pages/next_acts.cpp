#include "api/pages/next_acts.hpp"

#include <algorithm>
#include <set>

namespace jalon::pages {

namespace {

constexpr std::size_t many_states = 6, several_states = 3;

std::size_t states_of(Definition const& definition, EventModel const& event) {
  std::set<int> sources;
  for (int row : event.rows) sources.insert(definition.rows[std::size_t(row)].source);
  return sources.size();
}

bool begins_in(Definition const& definition, EventModel const& event, int state, RoleSet roles) {
  return std::any_of(event.rows.begin(), event.rows.end(), [&](int number) {
    auto const& row = definition.rows[std::size_t(number)];
    return row.source == state && !row.alongside && row.roles.meets(roles);
  });
}

}  // namespace

bool leads_out(Definition const& definition, EventModel const& event) {
  return states_of(definition, event) >= several_states &&
         std::any_of(event.rows.begin(), event.rows.end(), [&](int number) {
           auto const& row = definition.rows[std::size_t(number)];
           return definition.states[std::size_t(row.target)].final;
         });
}

bool closes(Definition const& definition, EventModel const& event) {
  return std::all_of(event.rows.begin(), event.rows.end(), [&](int number) {
    auto const& row = definition.rows[std::size_t(number)];
    return definition.states[std::size_t(row.target)].final;
  });
}

std::vector<EventModel const*> acts_of_state(Definition const& definition, std::string_view region,
                                             std::string_view state, RoleSet roles) {
  int const place = definition.find_region(region);
  int const source = place < 0 ? -1 : definition.find_state(place, state);
  std::vector<EventModel const*> acts;
  if (source < 0) return acts;
  for (auto const& event : definition.events)
    if (!event.of_engine && states_of(definition, event) <= many_states &&
        begins_in(definition, event, source, roles))
      acts.push_back(&event);
  std::stable_sort(acts.begin(), acts.end(), [&](auto const* one, auto const* next) {
    return states_of(definition, *one) < states_of(definition, *next);
  });
  return acts;
}

}  // namespace jalon::pages
