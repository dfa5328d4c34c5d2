// Whose log-in must have a second factor: /reglages/connexion.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> log_in_settings_pages();

}  // namespace jalon::pages
