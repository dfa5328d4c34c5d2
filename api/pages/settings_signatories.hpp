// Who signs each kind of letter: /reglages/signataires.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> signatory_settings_pages();

}  // namespace jalon::pages
