#include "engine/calendar/due_date.hpp"

#include <stdexcept>

#include "engine/calendar/derivation.hpp"
#include "engine/calendar/training_weeks.hpp"

namespace jalon {

namespace {

struct CountedDay {
  Date date;
  std::string remark;
};

CountedDay after_months(Date anchor, int count) {
  auto const same_number = anchor + std::chrono::months{count};
  if (same_number.ok()) return {same_number, {}};
  return {same_number.year() / same_number.month() / std::chrono::last, "dernier jour du mois"};
}

CountedDay before_weeks(Date anchor, int weeks, OpeningCalendar const& calendar) {
  Date const date = training_weeks_before(anchor, weeks, calendar);
  return {date, skipped_weeks_in_words(monday_of(date), monday_of(anchor), calendar)};
}

CountedDay counted(Date anchor, Period period, OpeningCalendar const& calendar) {
  switch (period.unit) {
    case Period::Unit::days:
      return {plus_days(anchor, period.count), {}};
    case Period::Unit::months:
      return after_months(anchor, period.count);
    case Period::Unit::training_weeks:
      return before_weeks(anchor, -period.count, calendar);
  }
  return {anchor, {}};
}

Roll effective_roll(Period period, Roll roll) {
  return is_backward(period) && roll != Roll::none ? Roll::previous_opening_day : roll;
}

std::string beginning(Date anchor, Period period, Roll roll) {
  std::string text = french(period);
  text += is_backward(period) ? " avant le " : " à compter du ";
  text += french(anchor);
  if (roll == Roll::next_working_day) text += " (CPC art. 641)";
  return text.append(derivation_arrow);
}

}  // namespace

DueDate due_date(Date anchor, Period period, Roll roll, OpeningCalendar const& calendar) {
  if (!is_countable(period))
    throw std::domain_error("Période refusée : " + to_string(period) +
                            " ne se compte pas (au plus cent ans).");
  if (period.unit == Period::Unit::training_weeks && !is_backward(period))
    return training_week_end(anchor, period.count, calendar);

  Roll const used_roll = effective_roll(period, roll);
  auto const [raw, remark] = counted(anchor, period, calendar);
  Date const due = rolled(raw, used_roll, calendar);
  std::string derivation = beginning(anchor, period, used_roll) + day_in_words(raw, remark);
  derivation += used_roll == Roll::none ? ", sans report" : roll_in_words(raw, due, used_roll, calendar);
  return {raw, due, std::move(derivation)};
}

DueDate fixed_date(Date date, Roll roll, OpeningCalendar const& calendar, std::string_view what) {
  Date const due = rolled(date, roll, calendar);
  std::string derivation{what};
  derivation += " : " + day_in_words(date) + roll_in_words(date, due, roll, calendar);
  return {date, due, std::move(derivation)};
}

DueDate moved(DueDate const& before, int days, Roll roll, OpeningCalendar const& calendar) {
  if (days < 0) throw std::domain_error("Une suspension ne peut pas durer un nombre négatif de jours.");
  if (days == 0) return before;
  Date const raw = plus_days(before.raw, days);
  Date const due = rolled(raw, roll, calendar);
  std::string derivation = before.derivation + " ; suspension de " + french(calendar_days(days)) + " : ";
  derivation += french(before.raw);
  derivation.append(derivation_arrow) += day_in_words(raw) + roll_in_words(raw, due, roll, calendar);
  return {raw, due, std::move(derivation)};
}

}  // namespace jalon
