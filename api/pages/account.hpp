// What each sees and changes of oneself: /compte.
#pragma once
#include "api/pages/page_route.hpp"
#include "api/pages/setting_form.hpp"

namespace jalon::pages {

std::vector<PageRoute> own_account_pages();

}  // namespace jalon::pages
