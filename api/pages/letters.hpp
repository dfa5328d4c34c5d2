// What leaves the house on paper and by e-mail: /courriers.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> letter_pages();

}  // namespace jalon::pages
