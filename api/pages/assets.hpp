// The style and scripts of the pages, part of the program. Their addresses name their content, so that
// browsers may keep them for a year and never show an old one.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

// « /assets/1f2e3d…/jalon.css ». Throws std::out_of_range for a name that is none of ours.
std::string asset_address(std::string_view name);

std::vector<PageRoute> asset_pages();

}  // namespace jalon::pages
