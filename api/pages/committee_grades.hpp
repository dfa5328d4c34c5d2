// How urgent each listed file is, as the doctor and the social worker say it from the list: one form for all
// lines, and any of its buttons saves what is filled in.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> committee_grade_pages();

// The fields of a line for who may grade it, none for others.
Json grade_fields(Visit const& visit, Json const& line, Json const& results);

}  // namespace jalon::pages
