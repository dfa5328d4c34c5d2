#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

// « Compte rendu »: who was there, what was remarked, and the decisions as the files know them.
std::vector<PageRoute> committee_minutes_pages();

}  // namespace jalon::pages
