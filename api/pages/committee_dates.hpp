#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

// A committee's date while it is sought: proposed, answered day by day, chosen.
std::vector<PageRoute> committee_date_pages();

// Those of which no date is chosen: [{"address","days","by"}].
Json open_proposals(Visit const& visit);
RoleSet proposers();

}  // namespace jalon::pages
