// A workflow as people read it: drawn, and in words with who does what by when.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> pathway_pages();

}  // namespace jalon::pages
