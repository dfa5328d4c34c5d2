#include "engine/calendar/training_weeks.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/calendar/derivation.hpp"

namespace jalon {

namespace {

void check_weeks(int weeks) {
  if (weeks < 1 || !is_countable(open_training_weeks(weeks)))
    throw std::domain_error("Semaine de formation refusée : S" + std::to_string(weeks) + " n'existe pas.");
}

Date first_open_monday(Date monday, OpeningCalendar const& calendar) {
  return monday_of(calendar.next_opening_day(monday));
}

Date monday_of_week(Date entry, int week, OpeningCalendar const& calendar) {
  Date monday = first_open_monday(monday_of(entry), calendar);
  for (int number = 1; number < week; ++number) monday = first_open_monday(plus_days(monday, 7), calendar);
  return monday;
}

std::string week_in_words(Date entry, int week, Date monday, Date last, OpeningCalendar const& calendar) {
  std::string text = "S" + std::to_string(week) + " d'une entrée le " + french(entry);
  text.append(derivation_arrow) += "semaine du " + french(monday);
  auto const skipped = skipped_weeks_in_words(monday_of(entry), monday, calendar);
  if (!skipped.empty()) text += " (" + skipped + ")";
  text.append(derivation_arrow) += "dernier jour d'ouverture le " + french_weekday(last) + " " + french(last);
  auto const closed = closed_days_in_words(plus_days(monday, 4), last, true, calendar);
  return closed.empty() ? text : text + " (" + closed + ")";
}

}  // namespace

DueDate training_week_end(Date entry, int week, OpeningCalendar const& calendar) {
  check_weeks(week);
  Date const monday = monday_of_week(entry, week, calendar);
  Date const last = calendar.previous_opening_day(plus_days(monday, 6));
  return {last, last, week_in_words(entry, week, monday, last, calendar)};
}

int training_week(Date entry, Date day, OpeningCalendar const& calendar) {
  int number = 0;
  for (Date monday = monday_of(entry); monday <= day; monday = plus_days(monday, 7))
    if (calendar.is_open_week(monday)) ++number;
  return std::max(number, 1);
}

int training_weeks_lost(Date from, Date to, OpeningCalendar const& calendar) {
  int lost = 0;
  for (Date next = plus_days(from, 7); next <= to; next = plus_days(next, 7))
    if (calendar.is_open_week(plus_days(next, -7))) ++lost;
  return lost;
}

Date training_weeks_before(Date anchor, int weeks, OpeningCalendar const& calendar) {
  check_weeks(weeks);
  Date day = anchor;
  for (int counted = 0; counted < weeks; ++counted) {
    Date const sunday = plus_days(monday_of(day), -1);
    Date const monday = monday_of(calendar.previous_opening_day(sunday));
    day = plus_days(monday, days_between(monday_of(day), day));
  }
  return day;
}

}  // namespace jalon
