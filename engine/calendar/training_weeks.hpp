#pragma once

#include "engine/calendar/date.hpp"
#include "engine/calendar/due_date.hpp"
#include "engine/calendar/opening_calendar.hpp"

namespace jalon {

/// S1, S2, … of a stay: the weeks (Monday to Sunday) from the entry's on in which the establishment
/// opens for a day at least. A week without any opening day is skipped and has no number of its own.

/// The last opening day of the week S-n; raw and due are that day. `week` is 1 or more.
/// When nobody could be trained in the entry's own week, S1 is the first open week after it.
/// Throws std::domain_error, with a French message, for a week below 1 or above a hundred years
/// of them, and when closures leave no day open.
DueDate training_week_end(Date entry, int week, OpeningCalendar const& calendar);

/// The number of the week that contains `day`; a skipped week has the number of the one before it,
/// and at least 1. Days before the entry's week are in S1 as well.
int training_week(Date entry, Date day, OpeningCalendar const& calendar);

/// Training weeks lost by a suspension from `from` to the day before `to`: its complete spans of
/// seven days, without those that begin in a week in which the establishment was closed anyway.
int training_weeks_lost(Date from, Date to, OpeningCalendar const& calendar);

/// The same weekday, `weeks` open weeks before `anchor`: a step into a closed week does not count.
/// The same errors.
Date training_weeks_before(Date anchor, int weeks, OpeningCalendar const& calendar);

}  // namespace jalon
