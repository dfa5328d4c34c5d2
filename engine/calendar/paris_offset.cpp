#include "engine/calendar/paris_offset.hpp"

#include <date/tz.h>

namespace jalon {

using namespace std::chrono;

namespace {

constexpr sys_seconds last_sunday_at_one(year in_year, month in_month) {
  return sys_days{in_year / in_month / Sunday[last]} + 1h;
}

seconds offset_by_directive(sys_seconds moment) {
  year const in_year = year_month_day{floor<days>(moment)}.year();
  bool const summer =
      moment >= last_sunday_at_one(in_year, March) && moment < last_sunday_at_one(in_year, October);
  return summer ? 2h : 1h;
}

}  // namespace

seconds paris_offset(sys_seconds moment) {
  static constexpr sys_seconds end_of_database = sys_days{year{2038} / January / 1};
  if (moment >= end_of_database) return offset_by_directive(moment);
  static date::time_zone const* const paris = date::locate_zone("Europe/Paris");
  return paris->get_info(moment).offset;
}

}  // namespace jalon
