// What one may do where a case stands: for a line of « Ma journée » the few acts that belong to that very
// state.
#pragma once
#include <string_view>
#include <vector>

#include "engine/model/definition.hpp"

namespace jalon::pages {

// Those that begin in this state and in few others, the most particular first: not the ones that are possible
// nearly everywhere (renouncing, a note), which stand in the case's own page.
std::vector<EventModel const*> acts_of_state(Definition const& definition, std::string_view region,
                                             std::string_view state, RoleSet roles);

// From several states out of the pathway: possible for long, and nobody's next step.
bool leads_out(Definition const& definition, EventModel const& event);

// Wherever it fires, the case ends: never offered first.
bool closes(Definition const& definition, EventModel const& event);

}  // namespace jalon::pages
