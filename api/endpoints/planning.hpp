#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> planning_routes();

}  // namespace jalon::api
