// Everything that is kept about one person's case: what they may ask for (right of access, GDPR article 15).
#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

// Nothing when there is no such case in that establishment. The definition's possible actions are left out.
std::optional<Json> whole_file(House const& house, std::string const& establishment,
                               std::string const& case_id);

std::vector<Route> whole_file_routes();

}  // namespace jalon::api
