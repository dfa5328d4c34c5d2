#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {
std::vector<Route> exceptional_access_routes();
}
