#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> reminder_routes();

}  // namespace jalon::api
