// Turning the second factor on and off: /compte/second-facteur.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> second_factor_pages();

}  // namespace jalon::pages
