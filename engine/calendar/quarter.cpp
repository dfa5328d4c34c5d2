#include "engine/calendar/quarter.hpp"

#include "engine/calendar/derivation.hpp"

namespace jalon {

namespace {

Date last_day_of_quarter(Date date) {
  unsigned const month = static_cast<unsigned>(date.month());
  unsigned const last_month = (month + 2) / 3 * 3;
  return date.year() / std::chrono::month{last_month} / std::chrono::last;
}

Date last_day_of_next_quarter(Date date) {
  return last_day_of_quarter(plus_days(last_day_of_quarter(date), 1));
}

DueDate at_the_end(std::string derivation, Date end, OpeningCalendar const& calendar) {
  derivation.append(derivation_arrow) += day_in_words(end, calendar) + ", sans report";
  return {end, end, std::move(derivation)};
}

}  // namespace

DueDate quarter_end(Date from, int minimum_days, OpeningCalendar const& calendar) {
  Date const end = last_day_of_quarter(from);
  int const remaining = days_between(from, end);
  if (remaining >= minimum_days) return at_the_end("fin du trimestre du " + french(from), end, calendar);
  std::string const reason = "le trimestre du " + french(from) + " finit dans " +
                             french(calendar_days(remaining)) + " (moins de " + std::to_string(minimum_days) +
                             ")";
  return at_the_end(reason + std::string{derivation_arrow} + "fin du trimestre suivant",
                    last_day_of_next_quarter(from), calendar);
}

DueDate next_quarter_end(Date from, OpeningCalendar const& calendar) {
  return at_the_end("fin du trimestre qui suit celui du " + french(from), last_day_of_next_quarter(from),
                    calendar);
}

}  // namespace jalon
