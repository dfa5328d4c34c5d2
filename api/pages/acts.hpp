// Recording what happened: the form of one event of one case.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> act_pages();

}  // namespace jalon::pages
