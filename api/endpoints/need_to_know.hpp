// What of a case is shown to whom (engine/access), and the register of who read its medical and social facts.
#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

// Before a case is shown: enters its reader for the facts that stand in it.
void enter_reading(Exchange const& exchange, Json const& shown_case);

// An entry of the history as these roles may read it.
void withhold_from_entries(Exchange const& exchange, Json& entries);
void enter_reading_of_entries(Exchange const& exchange, std::string const& case_id, Json const& entries);

std::vector<Route> reading_routes();

}  // namespace jalon::api
