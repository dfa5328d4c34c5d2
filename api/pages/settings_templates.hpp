// The texts of letters and e-mails: /reglages/modeles.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> template_settings_pages();

}  // namespace jalon::pages
