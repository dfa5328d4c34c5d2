#pragma once
#include "api/pages/page_route.hpp"
#include "engine/model/field_error.hpp"

namespace jalon::pages {

// « Groupe »: who has a seat, who is next and why, the letters of the dates, the lists to print; « Semaines
// ».
std::vector<PageRoute> session_page_pages();

// « Groupe » again after something was refused. `errors`: of the session's own correction.
http::Response session_page(Visit const& visit, Json const& session, Json const& results = Json::array(),
                            FieldErrors const& errors = {});

}  // namespace jalon::pages
