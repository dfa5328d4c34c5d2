// Where a person has been on the pathway, drawn and in words; everything that happened; the file as it was on
// a day.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> case_journey_pages();

}  // namespace jalon::pages
