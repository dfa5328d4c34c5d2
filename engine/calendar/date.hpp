#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace jalon {

/// A civil day. Everything that has a legal date has one of these, never an instant:
/// 15 days is the date 15 days later, whatever the change of hour in between.
using Date = std::chrono::year_month_day;

/// Reads exactly `YYYY-MM-DD`, from 1900-01-01 to 2199-12-31. Nothing else is a date: no spaces,
/// no missing zeros, no 30 February.
std::optional<Date> parse_date(std::string_view text);

/// `2026-04-07`.
std::string to_string(Date date);

/// The date `days` later (earlier when negative).
Date plus_days(Date date, int days);

/// Days from one date to another; negative when `to` lies before `from`.
int days_between(Date from, Date to);

/// The Monday of the date's week (Monday to Sunday).
Date monday_of(Date date);

std::chrono::weekday weekday_of(Date date);

/// Saturday or Sunday.
bool is_weekend(Date date);

/// For people: `07/04/2026`.
std::string french(Date date);

/// For people, inside a sentence that already names the year: `07/04`.
std::string french_day_and_month(Date date);

/// For people: `mardi`.
std::string french_weekday(Date date);

}  // namespace jalon
