#include "engine/dispatcher/weekly_consultation.hpp"

#include "engine/model/via_trajectoire_settings.hpp"
#include "engine/ports/establishment_scope.hpp"

namespace jalon {

namespace {
constexpr int weeks_looked_ahead = 53;
}  // namespace

std::optional<Date> consultation_day(Date monday, int weekday, OpeningCalendar const& calendar) {
  for (int day = weekday - 1; day < 7; ++day)
    if (auto const date = plus_days(monday, day); calendar.is_opening_day(date)) return date;
  return std::nullopt;
}

WeeklyConsultation::Week WeeklyConsultation::this_week(std::string const& establishment) {
  LoadRequest nothing_but_the_clock;
  nothing_but_the_clock.establishment = establishment;
  Loaded const loaded = store_.load(nothing_but_the_clock);
  auto const setting = read_via_trajectoire_settings(registers_.setting(establishment, "via_trajectoire"));
  return {paris_date(loaded.now), setting.consultation_weekday,
          settings_.settings(establishment, loaded.settings_revision)->calendar};
}

void WeeklyConsultation::open_all() {
  for (auto const& establishment : registers_.establishments()) {
    EstablishmentScope const scope(establishment);
    auto const [today, weekday, calendar] = this_week(establishment);
    auto const monday = monday_of(today);
    auto const day = consultation_day(monday, weekday, calendar);
    if (day && *day <= today) consultations_.open(establishment, monday, *day);
  }
}

std::optional<Instant> WeeklyConsultation::next_opening() {
  std::optional<Date> next;
  for (auto const& establishment : registers_.establishments()) {
    EstablishmentScope const scope(establishment);
    auto const [today, weekday, calendar] = this_week(establishment);
    for (int week = 0; week < weeks_looked_ahead; ++week) {
      auto const day = consultation_day(plus_days(monday_of(today), 7 * week), weekday, calendar);
      if (!day || *day <= today) continue;
      if (!next || *day < *next) next = day;
      break;
    }
  }
  if (!next) return std::nullopt;
  return paris_midnight(*next);
}

}  // namespace jalon
