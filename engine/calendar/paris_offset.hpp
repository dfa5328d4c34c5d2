#pragma once

#include <chrono>

namespace jalon {

/// Europe/Paris minus UTC at that moment.
///
/// The time zone database decides until the end of 2037. date-tz reads no transition after that
/// year (it ignores the rule at the end of a zone file) and would leave Paris in winter time for
/// ever; from 2038 on the rule of directive 2000/84/EC is applied here: summer time from the last
/// Sunday of March to the last Sunday of October, both at 01:00 UTC.
std::chrono::seconds paris_offset(std::chrono::sys_seconds moment);

}  // namespace jalon
