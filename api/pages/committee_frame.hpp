// What stands at the top of each page of one committee: its day, and its other pages.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// {"title","day","when","is_past","address","tabs":[{"label","address","here"}]}. `tab`: the ending of the
// page's address, « » for the first.
Json committee_frame(Visit const& visit, Json const& committee, std::string_view tab);

RoleSet committee_page_roles();

}  // namespace jalon::pages
