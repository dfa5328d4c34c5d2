// The OpenAPI 3.0 document, made from the routes and from the definitions' events.
#pragma once
#include <vector>

#include "api/endpoints/route.hpp"

namespace jalon::api {

Json openapi_document(std::vector<Route> const& routes, std::vector<Definition> const& definitions);

}  // namespace jalon::api
