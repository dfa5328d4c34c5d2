// The person's team on the tab of who may read what: who is of it, and the coordination's forms to change it.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

// What that part of the tab shows.
Json team_shown(Visit const& visit, std::string const& case_id);

std::vector<PageRoute> case_team_pages();

}  // namespace jalon::pages
