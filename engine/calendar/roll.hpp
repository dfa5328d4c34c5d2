#pragma once

#include <optional>
#include <string_view>

#include "engine/calendar/opening_calendar.hpp"
#include "engine/calendar/period.hpp"

namespace jalon {

/// What becomes of a last day on which nothing can be done.
enum class Roll {
  none,                  ///< it stays
  next_working_day,      ///< Saturday, Sunday, public holiday → next working day (CPC art. 642)
  next_opening_day,      ///< the same, and the establishment's closures
  previous_opening_day,  ///< back to the nearest opening day: for what is counted backwards
};

std::optional<Roll> parse_roll(std::string_view text);
std::string_view to_string(Roll roll);

/// Forward periods roll to the next opening day, backward ones to the nearest before.
constexpr Roll default_roll(Period period) {
  return is_backward(period) ? Roll::previous_opening_day : Roll::next_opening_day;
}

/// Where the date comes to lie. Throws std::domain_error as the calendar's searches do.
Date rolled(Date date, Roll roll, OpeningCalendar const& calendar);

}  // namespace jalon
