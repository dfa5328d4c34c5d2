// « Dossiers »: the list of cases, searched and filtered.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> case_list_pages();

}  // namespace jalon::pages
