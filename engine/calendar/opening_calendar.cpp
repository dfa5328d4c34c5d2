#include "engine/calendar/opening_calendar.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace jalon {

namespace {

void check(Closure const& closure) {
  if (!closure.first.ok() || !closure.last.ok())
    throw std::invalid_argument("Fermeture refusée : une de ses dates n'existe pas.");
  if (closure.last < closure.first)
    throw std::invalid_argument("Fermeture refusée : elle finit le " + french(closure.last) +
                                ", avant de commencer le " + french(closure.first) + ".");
}

/// The first day, from `date` on by steps of `step` days, for which `accepts` is true.
template <typename Accepts>
Date search(Date date, int step, Accepts accepts) {
  Date day = date;
  for (int walked = 0; walked <= OpeningCalendar::search_limit_days; ++walked) {
    if (accepts(day)) return day;
    day = plus_days(day, step);
  }
  throw std::domain_error("Aucun jour d'ouverture dans les trois ans qui " +
                          std::string{step > 0 ? "suivent" : "précèdent"} + " le " + french(date) +
                          " : vérifiez les fermetures de l'établissement.");
}

}  // namespace

OpeningCalendar::OpeningCalendar(HolidayRegion region, std::vector<Closure> closures)
    : region_{region}, closures_{std::move(closures)} {
  std::ranges::for_each(closures_, check);
}

bool OpeningCalendar::is_working_day(Date date) const {
  return !is_weekend(date) && !is_public_holiday(date, region_);
}

bool OpeningCalendar::is_opening_day(Date date) const {
  return is_working_day(date) && closure_on(date) == nullptr;
}

Date OpeningCalendar::next_working_day(Date date) const {
  return search(date, 1, [&](Date day) { return is_working_day(day); });
}

Date OpeningCalendar::next_opening_day(Date date) const {
  return search(date, 1, [&](Date day) { return is_opening_day(day); });
}

Date OpeningCalendar::previous_opening_day(Date date) const {
  return search(date, -1, [&](Date day) { return is_opening_day(day); });
}

bool OpeningCalendar::is_open_week(Date date) const {
  Date const monday = monday_of(date);
  for (int offset = 0; offset < 5; ++offset)
    if (is_opening_day(plus_days(monday, offset))) return true;
  return false;
}

std::optional<std::string> OpeningCalendar::why_closed(Date date) const {
  if (auto holiday = holiday_name(date, region_); !holiday.empty()) return holiday;
  if (is_weekend(date)) return french_weekday(date);
  if (auto const* closure = closure_on(date))
    return closure->reason.empty() ? std::string{"fermeture"} : closure->reason;
  return std::nullopt;
}

Closure const* OpeningCalendar::closure_on(Date date) const {
  auto const found =
      std::ranges::find_if(closures_, [&](Closure const& closure) { return covers(closure, date); });
  return found == closures_.end() ? nullptr : &*found;
}

}  // namespace jalon
