#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "engine/calendar/date.hpp"

namespace jalon {

/// A moment, in microseconds since 1970 UTC: the resolution of PostgreSQL's `timestamptz`.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// Reads RFC 3339 (`2026-03-03T00:30:00+01:00`, `2026-03-02T23:30:00.25Z`), years 1900 to 2199.
/// The offset or `Z` is required. A fraction has 1 to 9 digits; what is finer than a microsecond
/// is cut off. Second 60 is refused.
std::optional<Instant> parse_instant(std::string_view rfc3339);

/// RFC 3339 in Europe/Paris with its offset: `2026-03-03T00:30:00+01:00`; a fraction of six digits
/// only when it is not zero.
std::string to_string(Instant instant);

/// The civil day in Paris at that moment.
Date paris_date(Instant instant);

/// The first moment of that day in Paris. A deadline due on a day is overdue from
/// `paris_midnight(plus_days(due, 1))` on: the whole last day belongs to the person.
Instant paris_midnight(Date date);

}  // namespace jalon
