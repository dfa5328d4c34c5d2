#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/calendar/closure.hpp"
#include "engine/calendar/date.hpp"
#include "engine/calendar/holidays.hpp"

namespace jalon {

/// The days on which an establishment is open: no Saturday, no Sunday, no public holiday of its
/// region, no closure of its own. Cheap to ask and safe to share between threads.
///
/// The searches look at most `search_limit_days` ahead or back; when closures leave no day open
/// for so long they throw std::domain_error with a French message.
class OpeningCalendar {
 public:
  static constexpr int search_limit_days = 3 * 366;

  /// Throws std::invalid_argument, with a French message, for a closure whose dates are not dates
  /// or whose end lies before its beginning. Closures may overlap and come in any order.
  explicit OpeningCalendar(HolidayRegion region = HolidayRegion::metropole,
                           std::vector<Closure> closures = {});

  /// Neither Saturday, Sunday nor public holiday: the days of CPC art. 642.
  bool is_working_day(Date date) const;

  /// A working day outside every closure.
  bool is_opening_day(Date date) const;

  /// The day itself, or the first one after it.
  Date next_working_day(Date date) const;
  Date next_opening_day(Date date) const;

  /// The day itself, or the last one before it.
  Date previous_opening_day(Date date) const;

  /// Whether a day from Monday to Sunday of the date's week is an opening day.
  bool is_open_week(Date date) const;

  /// Why that day is no opening day: the holiday («lundi de Pâques»), else the weekday («samedi»),
  /// else the closure's reason. Empty for an opening day.
  std::optional<std::string> why_closed(Date date) const;

  /// The first closure given that covers the day, or nullptr.
  Closure const* closure_on(Date date) const;

  HolidayRegion region() const { return region_; }
  std::vector<Closure> const& closures() const { return closures_; }

 private:
  HolidayRegion region_;
  std::vector<Closure> closures_;
};

}  // namespace jalon
