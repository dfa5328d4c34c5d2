// Periods, rolls, documents and group size: /reglages/delais.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> policy_settings_pages();

}  // namespace jalon::pages
