#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> absence_routes();

}  // namespace jalon::api
