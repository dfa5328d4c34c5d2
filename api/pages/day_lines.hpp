// The lines of somebody's day, whatever their kind: deadlines to see to, letters to post, reports to make,
// tasks. Whose they are is the reminders' rule (engine/reminders/work_item.hpp, team.hpp).
#pragma once
#include "api/pages/visit.hpp"
#include "engine/reminders/team.hpp"

namespace jalon::pages {

struct DayWindow {
  std::optional<Date> from;  // none: whatever is late
  Date until;
  bool with_undated = false;  // what has no date is for today
};

// By due date, as my_day.mustache shows them; at most `most`, and one more when there are others.
Json lines_of_day(Visit const& visit, Team const& team, DayWindow const& window, std::size_t most);

}  // namespace jalon::pages
