// What comes next for the house as a whole: committees, sessions with their seats, who waits for one and why
// in this order.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// {"committees","sessions","waiting"}; `waiting` is empty when nobody waits or no session is to come.
Json outlook(Visit const& visit);

}  // namespace jalon::pages
