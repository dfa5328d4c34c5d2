#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> token_routes();

}  // namespace jalon::api
