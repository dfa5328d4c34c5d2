// The year on one page, to be printed and hung up: holidays and closures, committees, pre-receptions and
// entries.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> year_calendar_pages();

}  // namespace jalon::pages
