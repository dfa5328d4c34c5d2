// The lists of /courriers.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// [{"id","reference","name","what","when","date","late","read","ticked"}], the first day first.
Json letters_to_print(Visit const& visit, bool all_ticked);

// What came back, and e-mails that did not leave or of which nobody knows, with what to do about each.
Json letters_in_trouble(Visit const& visit);

// {"lines","next"}: the last to leave first.
Json letters_that_left(Visit const& visit);

// [{"day","when","why_closed","leaves","to"}] of the fourteen days to come.
Json planned_days(Visit const& visit);

}  // namespace jalon::pages
