#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/calendar/date.hpp"
#include "engine/calendar/instant.hpp"

// Calendars as files that calendar programs subscribe to (iCalendar, RFC 5545).
namespace jalon::icalendar {

// Something that is on a day, from midnight to midnight.
struct Day {
  std::string uid;  // the same for the same thing for ever, so that a program knows what moved
  Date on;
  std::string summary;      // UTF-8, one line
  std::string description;  // may be empty
  std::string category;
};

struct Calendar {
  std::string name;  // as programs show it
  std::vector<Day> days;
};

// The file: published (METHOD:PUBLISH), lines of at most 75 bytes that end by CRLF, dates without a time and
// without effect on who is free or busy. `made_at` is the only thing in it that changes by itself.
std::string to_text(Calendar const& calendar, Instant made_at);

// TEXT of RFC 5545, 3.3.11: backslash, comma, semicolon and line breaks escaped; other controls left out.
std::string escape(std::string_view text);

// One content line, folded at 75 bytes between characters, with its CRLF (3.1).
std::string fold(std::string_view line);

}  // namespace jalon::icalendar
