#pragma once

#include "engine/calendar/date.hpp"
#include "engine/calendar/due_date.hpp"
#include "engine/calendar/opening_calendar.hpp"

namespace jalon {

/// Committees meet by quarter (January to March, …). The end of a quarter does not roll: a
/// committee of the quarter is one, even if its last day is a Sunday. The calendar only lets the
/// derivation say why the day is closed.

/// The last day of the quarter of `from`; of the next one when fewer than `minimum_days` remain
/// after `from`.
DueDate quarter_end(Date from, int minimum_days, OpeningCalendar const& calendar);

/// The last day of the quarter after that of `from`.
DueDate next_quarter_end(Date from, OpeningCalendar const& calendar);

}  // namespace jalon
