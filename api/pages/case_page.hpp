// « Un dossier »: where the person stands, what is due and why, what may be done and what not, what happened.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> case_pages();

}  // namespace jalon::pages
