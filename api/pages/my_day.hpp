// « Ma journée »: what one has to do today and until Sunday, in one list whatever its kind, what is late
// first.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> my_day_pages();

}  // namespace jalon::pages
