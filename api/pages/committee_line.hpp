// One person on a committee's list, as the pages show it.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// The list as it would be sent now, as the API shows it to this person.
Json draft_lines(Visit const& visit, Json const& committee);

// {"reference","name","mdph","place","state","awaits","reason","difference","social","medical","consent",
// "missing":[{"text"}]}: with what nobody has yet said of a file that awaits its decision.
Json line_in_words(Visit const& visit, Json const& committee, Json const& line);

bool awaits_decision(Json const& line);  // listed, or its review is open

}  // namespace jalon::pages
