#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

// Every committee, coming and past, and the dates that are proposed.
std::vector<PageRoute> committee_list_pages();

}  // namespace jalon::pages
