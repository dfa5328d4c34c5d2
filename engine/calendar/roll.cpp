#include "engine/calendar/roll.hpp"

#include <array>

namespace jalon {

namespace {

constexpr std::array all_rolls{Roll::none, Roll::next_working_day, Roll::next_opening_day,
                               Roll::previous_opening_day};

}  // namespace

std::optional<Roll> parse_roll(std::string_view text) {
  for (auto roll : all_rolls)
    if (text == to_string(roll)) return roll;
  return std::nullopt;
}

std::string_view to_string(Roll roll) {
  switch (roll) {
    case Roll::none:
      return "none";
    case Roll::next_working_day:
      return "next_working_day";
    case Roll::next_opening_day:
      return "next_opening_day";
    case Roll::previous_opening_day:
      return "previous_opening_day";
  }
  return {};
}

Date rolled(Date date, Roll roll, OpeningCalendar const& calendar) {
  switch (roll) {
    case Roll::none:
      return date;
    case Roll::next_working_day:
      return calendar.next_working_day(date);
    case Roll::next_opening_day:
      return calendar.next_opening_day(date);
    case Roll::previous_opening_day:
      return calendar.previous_opening_day(date);
  }
  return date;
}

}  // namespace jalon
