// Reports to ViaTrajectoire as the assistant works through them: /transmissions.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

std::vector<PageRoute> transmission_pages();

}  // namespace jalon::pages
