// « Corriger »: a committee's day, a session's places and dates, or the whole of it where nothing hangs on
// it.
#pragma once
#include "api/pages/page_route.hpp"
#include "engine/model/field_error.hpp"

namespace jalon::pages {

std::vector<PageRoute> plan_correction_pages();

// {"open","reasons" (why not, in sentences),"fields","may_amend","may_remove","remove_label"} for the partial
// « correction »; null for who may not. `errors`: of what was just typed.
Json committee_correction(Visit const& visit, Json const& committee, FieldErrors const& errors);
Json session_correction(Visit const& visit, Json const& session, FieldErrors const& errors);

}  // namespace jalon::pages
