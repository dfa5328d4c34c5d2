// Days closed and the region: /reglages/fermetures.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> calendar_settings_pages();

}  // namespace jalon::pages
