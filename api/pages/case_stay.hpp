// The stay; and the final report and the year that follows: for who looks up one thing of them.
#pragma once
#include "api/pages/page_route.hpp"
#include "api/pages/staff_names.hpp"

namespace jalon::pages {

// [{"title","state","facts","several","empty"}], and {"lines","hours","wanted","share"}: also for the whole
// file.
Json stay_parts(Definition const& definition, StaffNames const& names, Json const& shown);
Json report_parts(Definition const& definition, Json const& shown);
Json internships_of(Json const& data);

std::vector<PageRoute> case_stay_pages();

}  // namespace jalon::pages
