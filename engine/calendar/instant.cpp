#include "engine/calendar/instant.hpp"

#include <array>
#include <cstdio>

#include "engine/calendar/paris_offset.hpp"

namespace jalon {

using namespace std::chrono;

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads from the front of a text and remembers whether everything was as expected.
struct Scanner {
  std::string_view rest;
  bool good = true;

  bool take_one_of(std::string_view choices) {
    bool const found = !rest.empty() && choices.find(rest.front()) != std::string_view::npos;
    if (found) rest.remove_prefix(1);
    return found;
  }

  void expect_one_of(std::string_view choices) { good = take_one_of(choices) && good; }

  int two_digits(int maximum) {
    bool const found = rest.size() >= 2 && is_digit(rest[0]) && is_digit(rest[1]);
    int const value = found ? (rest[0] - '0') * 10 + (rest[1] - '0') : 0;
    if (found) rest.remove_prefix(2);
    good = good && found && value <= maximum;
    return value;
  }
};

seconds time_of_day(Scanner& scanner) {
  int const hour = scanner.two_digits(23);
  scanner.expect_one_of(":");
  int const minute = scanner.two_digits(59);
  scanner.expect_one_of(":");
  int const second = scanner.two_digits(59);
  return hours{hour} + minutes{minute} + seconds{second};
}

microseconds fraction(Scanner& scanner) {
  if (!scanner.take_one_of(".")) return microseconds{0};
  int value = 0;
  int count = 0;
  for (; !scanner.rest.empty() && is_digit(scanner.rest.front()); ++count) {
    if (count < 6) value = value * 10 + (scanner.rest.front() - '0');
    scanner.rest.remove_prefix(1);
  }
  scanner.good = scanner.good && count >= 1 && count <= 9;
  for (; count < 6; ++count) value *= 10;
  return microseconds{value};
}

minutes offset(Scanner& scanner) {
  if (scanner.take_one_of("Zz")) return minutes{0};
  bool const west = scanner.take_one_of("-");
  if (!west) scanner.expect_one_of("+");
  int const hour = scanner.two_digits(23);
  scanner.expect_one_of(":");
  minutes const east = hours{hour} + minutes{scanner.two_digits(59)};
  return west ? -east : east;
}

std::string fraction_text(microseconds part) {
  if (part.count() == 0) return {};
  std::array<char, 24> buffer{};
  std::snprintf(buffer.data(), buffer.size(), ".%06d", static_cast<int>(part.count()));
  return buffer.data();
}

}  // namespace

std::optional<Instant> parse_instant(std::string_view rfc3339) {
  auto const date = parse_date(rfc3339.substr(0, 10));
  if (!date) return std::nullopt;
  Scanner scanner{rfc3339.substr(10)};
  scanner.expect_one_of("Tt");
  auto const time = time_of_day(scanner);
  auto const part = fraction(scanner);
  auto const east = offset(scanner);
  if (!scanner.good || !scanner.rest.empty()) return std::nullopt;
  return Instant{sys_days{*date} + time + part - east};
}

std::string to_string(Instant instant) {
  auto const moment = floor<seconds>(instant);
  // Before 1911 Paris was 9 min 21 s ahead, which no RFC 3339 offset can say: whole minutes will do.
  auto const east = floor<minutes>(paris_offset(moment));
  auto const local = moment + east;
  auto const day = floor<days>(local);
  hh_mm_ss const time{local - day};
  hh_mm_ss const ahead{east};
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  std::string text = to_string(Date{day}) + buffer.data() + fraction_text(instant - moment);
  std::snprintf(buffer.data(), buffer.size(), "+%02d:%02d", static_cast<int>(ahead.hours().count()),
                static_cast<int>(ahead.minutes().count()));
  return text + buffer.data();
}

Date paris_date(Instant instant) {
  auto const moment = floor<seconds>(instant);
  return floor<days>(moment + paris_offset(moment));
}

Instant paris_midnight(Date date) {
  // Paris changes its clocks at night but never at midnight since 1946, and is never more than two
  // hours ahead: the offset at this guess is the one at midnight or differs by a change in between.
  sys_seconds const wall = sys_days{date};
  auto const guess = wall - paris_offset(wall - 2h);
  return wall - paris_offset(guess);
}

}  // namespace jalon
