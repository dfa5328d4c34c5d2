// What stands at the top of every page: only what exists, and only what one may see.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// [{"label","address","here"}]
Json navigation_of(Visit const& visit);

}  // namespace jalon::pages
