#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> saved_view_routes();

}  // namespace jalon::api
