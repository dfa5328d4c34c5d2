// Who may read a file, who did and why, in words: for its page and for the paper that the person is given.
#pragma once
#include "api/pages/staff_names.hpp"

namespace jalon::pages {

// Each takes what the API lists, the latest first, and gives lines of texts.
Json readings_in_words(Json const& readings);                       // when, who, facts
Json accesses_in_words(Json const& accesses);                       // when, who, why
Json consent_in_words(StaffNames const& names, Json const& entry);  // what, way, day, by

}  // namespace jalon::pages
