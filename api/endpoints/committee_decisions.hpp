#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {
std::vector<Route> committee_decision_routes();
}
