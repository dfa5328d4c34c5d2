#pragma once
#include "api/endpoints/route.hpp"
#include "engine/policy/planned_policy.hpp"

namespace jalon::api {

std::vector<Route> policy_routes();

// Changes planned for a day to come, and what sets those whose day has come; one that no longer fits is
// logged.
PlannedPolicy planned_policy_of(House& house);
void take_effect(PlannedPolicy planned);

}  // namespace jalon::api
