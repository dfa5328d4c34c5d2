#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> policy_routes();

}  // namespace jalon::api
