#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {
std::vector<Route> committee_minutes_routes();

// What the template committee_minutes is given.
Json minutes_content(Json const& minutes);
}  // namespace jalon::api
