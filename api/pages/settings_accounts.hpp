// Who works here: /reglages/comptes, one account, a new one.
#pragma once
#include "api/pages/event_form.hpp"
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<Option> all_roles();

std::vector<PageRoute> account_settings_pages();

}  // namespace jalon::pages
