#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> worklist_routes();

}  // namespace jalon::api
