// Who may read what of a file, who did, and what the person said about it.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> case_access_pages();

}  // namespace jalon::pages
