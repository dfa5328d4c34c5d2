// The documents of a file: which are here and since when, which are missing, and what one can do about it.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> case_documents_pages();

}  // namespace jalon::pages
