// Lists of cases: GET /cases, how many there are in each state, the list as a file.
#pragma once
#include "api/endpoints/route.hpp"

namespace jalon::api {

// Which cases, by the names a query or a saved view gives them: state, region, role, q, overdue, mdph,
// session, missing, closed, order. Throws invalid_data for a value that none of them may have.
using ReadText = std::function<std::optional<std::string>(std::string_view name)>;
CaseFilter case_filter_of(ReadText const& text);

std::vector<Route> case_list_routes();

}  // namespace jalon::api
