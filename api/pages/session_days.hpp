#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

// « Pré-accueil » with its three checks, and « Entrée »: one form for the whole group, a result for each.
std::vector<PageRoute> session_day_pages();

}  // namespace jalon::pages
