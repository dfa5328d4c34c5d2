#include "engine/calendar/holidays.hpp"

#include <algorithm>
#include <array>

namespace jalon {

namespace {

struct FixedHoliday {
  unsigned month;
  unsigned day;
  std::string_view name;
  bool only_in_alsace_moselle = false;
};

struct MovableHoliday {
  int days_after_easter;
  std::string_view name;
  bool only_in_alsace_moselle = false;
};

constexpr std::array fixed_holidays{
    FixedHoliday{1, 1, "jour de l'an"},          FixedHoliday{5, 1, "fête du Travail"},
    FixedHoliday{5, 8, "victoire de 1945"},      FixedHoliday{7, 14, "fête nationale"},
    FixedHoliday{8, 15, "Assomption"},           FixedHoliday{11, 1, "Toussaint"},
    FixedHoliday{11, 11, "armistice de 1918"},   FixedHoliday{12, 25, "Noël"},
    FixedHoliday{12, 26, "Saint-Étienne", true},
};

constexpr std::array movable_holidays{
    MovableHoliday{-2, "vendredi saint", true},
    MovableHoliday{1, "lundi de Pâques"},
    MovableHoliday{39, "Ascension"},
    MovableHoliday{50, "lundi de Pentecôte"},
};

bool is_observed(auto const& holiday, HolidayRegion region) {
  return !holiday.only_in_alsace_moselle || region == HolidayRegion::alsace_moselle;
}

/// Calls `visit(name)` for each holiday that falls on the day.
template <typename Visit>
void for_each_holiday_on(Date date, HolidayRegion region, Visit visit) {
  for (auto const& holiday : fixed_holidays)
    if (date.month() == std::chrono::month{holiday.month} && date.day() == std::chrono::day{holiday.day} &&
        is_observed(holiday, region))
      visit(holiday.name);
  if (date.month() < std::chrono::March || date.month() > std::chrono::June) return;
  int const days_after_easter = days_between(easter_sunday(static_cast<int>(date.year())), date);
  for (auto const& holiday : movable_holidays)
    if (days_after_easter == holiday.days_after_easter && is_observed(holiday, region)) visit(holiday.name);
}

}  // namespace

std::optional<HolidayRegion> parse_region(std::string_view text) {
  for (auto region : {HolidayRegion::metropole, HolidayRegion::alsace_moselle})
    if (text == to_string(region)) return region;
  return std::nullopt;
}

std::string_view to_string(HolidayRegion region) {
  switch (region) {
    case HolidayRegion::metropole:
      return "metropole";
    case HolidayRegion::alsace_moselle:
      return "alsace-moselle";
  }
  return {};
}

std::vector<Holiday> public_holidays(int year, HolidayRegion region) {
  std::vector<Holiday> holidays;
  auto const add = [&](Date date) { holidays.push_back({date, holiday_name(date, region)}); };
  for (auto const& holiday : fixed_holidays)
    if (is_observed(holiday, region))
      add({std::chrono::year{year}, std::chrono::month{holiday.month}, std::chrono::day{holiday.day}});
  for (auto const& holiday : movable_holidays)
    if (is_observed(holiday, region)) add(plus_days(easter_sunday(year), holiday.days_after_easter));
  std::ranges::sort(holidays, {}, &Holiday::date);
  auto const repeated = std::ranges::unique(holidays, {}, &Holiday::date);
  holidays.erase(repeated.begin(), repeated.end());
  return holidays;
}

bool is_public_holiday(Date date, HolidayRegion region) {
  bool found = false;
  for_each_holiday_on(date, region, [&](std::string_view) { found = true; });
  return found;
}

std::string holiday_name(Date date, HolidayRegion region) {
  std::string names;
  for_each_holiday_on(date, region, [&](std::string_view name) {
    if (!names.empty()) names += " et ";
    names += name;
  });
  return names;
}

Date easter_sunday(int year) {
  // The anonymous Gregorian computus (Nature, 1876), as in Meeus, Astronomical Algorithms, ch. 8.
  int const moon_year = year % 19;
  int const century = year / 100;
  int const year_of_century = year % 100;
  int const moon_correction = (century - (century + 8) / 25 + 1) / 3;
  int const epact = (19 * moon_year + century - century / 4 - moon_correction + 15) % 30;
  int const weekday = (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - epact - year_of_century % 4) % 7;
  int const late = (moon_year + 11 * epact + 22 * weekday) / 451;
  int const days_from_march = epact + weekday - 7 * late + 114;
  return {std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(days_from_march / 31)},
          std::chrono::day{static_cast<unsigned>(days_from_march % 31 + 1)}};
}

}  // namespace jalon
