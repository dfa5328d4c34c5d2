// Tasks that no event of a case finishes: a letter posted, a report confirmed, something looked at.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> task_pages();

}  // namespace jalon::pages
