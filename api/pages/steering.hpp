// « Pilotage »: what is late, and the statistics of a period, each with its base.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> steering_pages();

}  // namespace jalon::pages
