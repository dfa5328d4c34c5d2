#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

// Every session, coming and past, with its seats.
std::vector<PageRoute> session_list_pages();

}  // namespace jalon::pages
