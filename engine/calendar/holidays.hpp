#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/calendar/date.hpp"

namespace jalon {

/// Which list of public holidays an establishment observes: the eleven of the Code du travail
/// (art. L3133-1), or those and the two of local law in Alsace-Moselle (Good Friday, 26 December).
/// Outside they are called `metropole` and `alsace-moselle`.
enum class HolidayRegion { metropole, alsace_moselle };

std::optional<HolidayRegion> parse_region(std::string_view text);
std::string_view to_string(HolidayRegion region);

struct Holiday {
  Date date;
  std::string name;  ///< in French, as said inside a sentence: « lundi de Pâques »

  friend bool operator==(Holiday const&, Holiday const&) = default;
};

/// The holidays of a year in order, each date once: when Ascension falls on 1 May (2008) there is
/// one entry that bears both names. Today's list is applied to every year.
std::vector<Holiday> public_holidays(int year, HolidayRegion region);

/// Costs no allocation: this is asked for several days per event.
bool is_public_holiday(Date date, HolidayRegion region);

/// The name of the holiday, or of both that meet on the day; empty on any other day.
std::string holiday_name(Date date, HolidayRegion region);

/// Easter Sunday of a Gregorian year.
Date easter_sunday(int year);

}  // namespace jalon
