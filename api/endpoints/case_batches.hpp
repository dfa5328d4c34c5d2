#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

std::vector<Route> case_batch_routes();

}  // namespace jalon::api
