// « Préparer »: who is listed and why in this order, and what changes that.
#pragma once
#include "api/pages/case_acts.hpp"
#include "api/pages/page_route.hpp"
#include "engine/model/field_error.hpp"

namespace jalon::pages {

std::vector<PageRoute> committee_page_pages();

// The page again after something was refused: with the results and what was typed. `names`: of cases that may
// not be on the list; `errors`: of the committee's own correction.
http::Response committee_page(Visit const& visit, Json const& committee, Json const& results = Json::array(),
                              NamedCases names = {}, FieldErrors const& errors = {});

}  // namespace jalon::pages
