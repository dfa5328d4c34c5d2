#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> planning_routes();
std::vector<Route> planning_change_routes();  // planning_changes.cpp

}  // namespace jalon::api
