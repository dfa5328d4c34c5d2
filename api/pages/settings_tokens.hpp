// Tokens of programs: /reglages/jetons.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> token_settings_pages();

}  // namespace jalon::pages
