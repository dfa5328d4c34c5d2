// What stands in an account's calendar feed: who sees which dates, and how they are called there. References
// stand for names.
#pragma once
#include <string>
#include <vector>

#include "api/icalendar/calendar.hpp"
#include "engine/model/definition.hpp"
#include "engine/ports/feeds.hpp"

namespace jalon::api {

// The team sees committees, sessions and what they and the training weeks fix for a case (pre-reception,
// entry, S2…S12), and each role its own deadlines. A partner sees that of its MDPH's cases only, and no
// sessions.
FeedWanted wanted_by(Registers::Caller const& caller, RoleSet roles,
                     std::vector<Definition> const& definitions, Date today);

// `dates` as Feeds::dates gives them.
icalendar::Calendar feed_calendar(Json const& dates, std::vector<Definition> const& definitions);

}  // namespace jalon::api
