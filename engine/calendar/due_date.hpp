#pragma once

#include <string>
#include <string_view>

#include "engine/calendar/date.hpp"
#include "engine/calendar/opening_calendar.hpp"
#include "engine/calendar/period.hpp"
#include "engine/calendar/roll.hpp"

namespace jalon {

/// A last day, and the way to it. People are shown both dates and the sentence.
struct DueDate {
  Date raw;                ///< as counted
  Date due;                ///< as rolled; the whole of this day still belongs to the person
  std::string derivation;  ///< in French

  friend bool operator==(DueDate const&, DueDate const&) = default;
};

/// « 15 jours à compter du 20/03/2026 → 04/04/2026 (samedi) → reporté au mardi 07/04/2026 (lundi de
/// Pâques le 06/04) ».
///
/// The day of the anchor does not count. Months are added in one step: 31 January + 2 months is
/// 31 March. A period of n open training weeks ends as `training_week_end(anchor, n)` does, on an
/// opening day (so no roll moves it); see training_weeks.hpp. Counted backwards, it steps from week
/// to week on the same weekday, and a step into a closed week does not count.
/// A backward period never rolls forward, since that would shorten it: both `next_…` rolls mean
/// `previous_opening_day` there.
///
/// Throws std::domain_error, with a French message, when the period is not countable (period.hpp) or
/// the closures leave no day open.
DueDate due_date(Date anchor, Period period, Roll roll, OpeningCalendar const& calendar);

/// A date that a session or a committee sets. `what` says in French what fixed it:
/// « Entrée fixée par la session » gives « Entrée fixée par la session : 07/09/2026 (lundi) ».
DueDate fixed_date(Date date, Roll roll, OpeningCalendar const& calendar, std::string_view what);

/// The same deadline of a case that was suspended: the raw date moves by the days suspended and
/// is rolled anew; the derivation tells both. Nothing changes for 0 days; a negative number throws
/// std::domain_error. What counts training weeks moves by
/// `training_weeks_lost` instead.
DueDate moved(DueDate const& before, int days, Roll roll, OpeningCalendar const& calendar);

}  // namespace jalon
