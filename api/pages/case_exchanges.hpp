// What left the house for a case, or will; and how the person is reached.
#pragma once
#include "api/pages/page_route.hpp"

namespace jalon::pages {

Json contact_of(Json const& shown);  // [{"label","value"}]

// [{"day","what","label","status","left","read"}], the latest first. `left`: no correction takes it back;
// `read` is the address of a letter's PDF, or empty.
Json exchanges_of(Visit const& visit, std::string const& id);

std::vector<PageRoute> case_exchanges_pages();

}  // namespace jalon::pages
