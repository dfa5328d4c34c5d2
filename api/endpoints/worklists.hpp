#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> worklist_routes();

// `case=` of the lists of what leaves the house; throws invalid_data for what is no identifier.
std::optional<std::string> case_filter(Exchange const& exchange);
QueryParameter case_parameter();

}  // namespace jalon::api
