#include "engine/calendar/date.hpp"

#include <array>
#include <cstdio>

namespace jalon {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

int year_number(Date date) {
  return static_cast<int>(date.year());
}
unsigned month_number(Date date) {
  return static_cast<unsigned>(date.month());
}
unsigned day_number(Date date) {
  return static_cast<unsigned>(date.day());
}

template <typename... Numbers>
std::string printed(char const* format, Numbers... numbers) {
  std::array<char, 40> buffer{};
  int const length = std::snprintf(buffer.data(), buffer.size(), format, numbers...);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto const year = digits(text.substr(0, 4));
  auto const month = digits(text.substr(5, 2));
  auto const day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1900 || *year > 2199) return std::nullopt;
  Date const date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional{date} : std::nullopt;
}

std::string to_string(Date date) {
  return printed("%04d-%02u-%02u", year_number(date), month_number(date), day_number(date));
}

Date plus_days(Date date, int count) {
  return sys_days{date} + days{count};
}

int days_between(Date from, Date to) {
  return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

Date monday_of(Date date) {
  return plus_days(date, -static_cast<int>((weekday_of(date) - std::chrono::Monday).count()));
}

weekday weekday_of(Date date) {
  return weekday{sys_days{date}};
}

bool is_weekend(Date date) {
  return weekday_of(date).iso_encoding() >= 6;
}

std::string french(Date date) {
  return printed("%02u/%02u/%04d", day_number(date), month_number(date), year_number(date));
}

std::string french_day_and_month(Date date) {
  return printed("%02u/%02u", day_number(date), month_number(date));
}

std::string french_weekday(Date date) {
  static constexpr std::array<std::string_view, 7> names{"lundi",    "mardi",  "mercredi", "jeudi",
                                                         "vendredi", "samedi", "dimanche"};
  return std::string{names[weekday_of(date).iso_encoding() - 1]};
}

}  // namespace jalon
