// What stands at the top of each page of one session: its day, its seats, and its other pages.
#pragma once
#include "api/pages/case_acts.hpp"
#include "api/pages/visit.hpp"

namespace jalon::pages {

// {"title","when","seats_in_words","pre_reception","address","tabs"}. `tab`: the ending of the page's
// address.
Json session_frame(Visit const& visit, Json const& session, std::string_view tab);

// « 8 places, 2 prises, 6 libres »
std::string seats_in_words(Json const& session);

// As the API shows it to this person: seats, and who waits for one.
Json seats_and_waiting(Visit const& visit, Json const& session);
NamedCases everybody_in(Json const& seats_and_waiting);

// {"reference","name","mdph","state"}
Json seat_in_words(Visit const& visit, Json const& seat);

}  // namespace jalon::pages
