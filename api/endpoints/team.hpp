#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

// Who says who is of a person's team: the coordination.
RoleSet those_who_set_the_team();

std::vector<Route> team_routes();

}  // namespace jalon::api
