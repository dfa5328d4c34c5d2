#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {
std::vector<Route> consent_routes();
}
