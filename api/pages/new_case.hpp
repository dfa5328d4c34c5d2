// A new file: /dossiers/nouveau. Whoever seems to be here already is shown first.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> new_case_pages();

// By the pathway: whose the event is that opens a case.
bool may_open_cases(Visit const& visit);

}  // namespace jalon::pages
