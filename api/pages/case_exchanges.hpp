// What left the house for a case, or will; and how the person is reached.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

Json contact_of(Json const& shown);  // [{"label","value"}]

// [{"what","label","status","read"}], the latest first; `read` is the address of a letter's PDF, or empty.
Json exchanges_of(Visit const& visit, std::string const& id);

}  // namespace jalon::pages
