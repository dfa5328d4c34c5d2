// One event for several ticked files: /dossiers/lot, in three steps of one form.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> case_batch_pages();

}  // namespace jalon::pages
