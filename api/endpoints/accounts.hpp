#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> account_routes();

}  // namespace jalon::api
