// How long closed files are kept, which are due, and erasing them: the page « Conservation ».
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> retention_settings_pages();

}  // namespace jalon::pages
