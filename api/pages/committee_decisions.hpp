#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

// « Décider »: the whole meeting on one screen, saved line by line or all at once; what is refused stays as
// it was typed.
std::vector<PageRoute> committee_decision_pages();

}  // namespace jalon::pages
