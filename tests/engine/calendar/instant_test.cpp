#include "engine/calendar/instant.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jalon {
namespace {

using namespace std::chrono;

Instant at(std::string_view text) {
  return parse_instant(text).value();
}

TEST(Instant, IsReadWithItsOffset) {
  Instant const expected = sys_days{2026y / March / 2} + 23h + 30min;
  EXPECT_EQ(parse_instant("2026-03-03T00:30:00+01:00"), expected);
  EXPECT_EQ(parse_instant("2026-03-02T23:30:00Z"), expected);
  EXPECT_EQ(parse_instant("2026-03-02t23:30:00z"), expected);
  EXPECT_EQ(parse_instant("2026-03-02T18:00:00-05:30"), expected);
  EXPECT_EQ(parse_instant("2026-03-02T23:30:00-00:00"), expected);
}

TEST(Instant, KeepsMicrosecondsAndCutsWhatIsFiner) {
  Instant const second = at("2026-03-02T23:30:00Z");
  EXPECT_EQ(at("2026-03-02T23:30:00.5Z"), second + 500ms);
  EXPECT_EQ(at("2026-03-02T23:30:00.000001Z"), second + 1us);
  EXPECT_EQ(at("2026-03-02T23:30:00.123456789Z"), second + 123'456us);
}

TEST(Instant, IsRefusedInEveryOtherShape) {
  for (auto text : {"",
                    "2026-03-03",
                    "2026-03-03T00:30:00",
                    "2026-03-03T00:30Z",
                    "2026-03-03 00:30:00Z",
                    "2026-03-03T24:00:00Z",
                    "2026-03-03T00:60:00Z",
                    "2026-12-31T23:59:60Z",
                    "2026-03-03T00:30:00.Z",
                    "2026-03-03T00:30:00.1234567890Z",
                    "2026-03-03T00:30:00,5Z",
                    "2026-03-03T00:30:00+0100",
                    "2026-03-03T00:30:00+24:00",
                    "2026-03-03T00:30:00+01:60",
                    "2026-03-03T00:30:00Z ",
                    "2026-02-30T00:30:00Z",
                    "2026-03-03T00:30:00ZZ",
                    "2026-03-03T0:30:00Z",
                    "2026-03-03T00:30:00 +01:00",
                    "2026-03-03T00:30:00+01:00:00",
                    "1899-12-31T00:00:00Z",
                    "2200-01-01T00:00:00Z"})
    EXPECT_EQ(parse_instant(text), std::nullopt) << text;
}

TEST(Instant, IsWrittenInParisTime) {
  EXPECT_EQ(to_string(at("2026-03-02T23:30:00Z")), "2026-03-03T00:30:00+01:00");
  EXPECT_EQ(to_string(at("2026-07-14T10:00:00Z")), "2026-07-14T12:00:00+02:00");
  EXPECT_EQ(to_string(at("2026-07-14T10:00:00.25Z")), "2026-07-14T12:00:00.250000+02:00");
  EXPECT_EQ(to_string(at("1969-12-31T22:59:59.999999Z")), "1969-12-31T23:59:59.999999+01:00");
}

TEST(Instant, ParisTimeOf1905IsWrittenWithWholeMinutesAndStaysTheSameMoment) {
  Instant const moment = at("1905-06-01T12:00:00Z");
  EXPECT_EQ(to_string(moment), "1905-06-01T12:09:00+00:09");
  EXPECT_EQ(at(to_string(moment)), moment);
}

TEST(Instant, TheChangeOfHourIsTheOneOfTheDirective) {
  EXPECT_EQ(to_string(at("2026-03-29T00:59:59Z")), "2026-03-29T01:59:59+01:00");
  EXPECT_EQ(to_string(at("2026-03-29T01:00:00Z")), "2026-03-29T03:00:00+02:00");
  EXPECT_EQ(to_string(at("2026-10-25T00:59:59Z")), "2026-10-25T02:59:59+02:00");
  EXPECT_EQ(to_string(at("2026-10-25T01:00:00Z")), "2026-10-25T02:00:00+01:00");
}

TEST(Instant, SummerTimeGoesOnAfter2037WhereTheZoneLibraryEnds) {
  EXPECT_EQ(to_string(at("2037-07-01T00:00:00Z")), "2037-07-01T02:00:00+02:00");
  EXPECT_EQ(to_string(at("2038-01-01T00:00:00Z")), "2038-01-01T01:00:00+01:00");
  EXPECT_EQ(to_string(at("2038-07-01T00:00:00Z")), "2038-07-01T02:00:00+02:00");
  EXPECT_EQ(to_string(at("2040-03-25T00:59:59Z")), "2040-03-25T01:59:59+01:00");
  EXPECT_EQ(to_string(at("2040-03-25T01:00:00Z")), "2040-03-25T03:00:00+02:00");
  EXPECT_EQ(to_string(at("2040-10-28T01:00:00Z")), "2040-10-28T02:00:00+01:00");
}

TEST(Instant, TheDayInParisBeginsAtItsOwnMidnight) {
  EXPECT_EQ(paris_date(at("2026-03-02T22:59:59.999999Z")), Date(2026y / March / 2));
  EXPECT_EQ(paris_date(at("2026-03-02T23:00:00Z")), Date(2026y / March / 3));
  EXPECT_EQ(to_string(paris_midnight(2026y / March / 29)), "2026-03-29T00:00:00+01:00");
  EXPECT_EQ(to_string(paris_midnight(2026y / March / 30)), "2026-03-30T00:00:00+02:00");
  EXPECT_EQ(to_string(paris_midnight(2026y / October / 26)), "2026-10-26T00:00:00+01:00");
}

TEST(Instant, EveryMidnightFrom1946To2199IsTheFirstMomentOfItsDay) {
  for (Date day = 1946y / January / 1; day.year() <= 2199y; day = plus_days(day, 1)) {
    Instant const midnight = paris_midnight(day);
    ASSERT_EQ(paris_date(midnight), day) << to_string(day);
    ASSERT_EQ(paris_date(midnight - 1us), plus_days(day, -1)) << to_string(day);
  }
}

TEST(Instant, FifteenDaysAcrossTheChangeOfHourAreADateAndNotADuration) {
  Instant const sent = at("2026-03-20T23:30:00+01:00");
  EXPECT_EQ(plus_days(paris_date(sent), 15), Date(2026y / April / 4));
  EXPECT_EQ(to_string(sent + 15 * 24h), "2026-04-05T00:30:00+02:00");
}

RC_GTEST_PROP(Instant, TextReadBackIsTheSameMoment, ()) {
  auto const microseconds_since =
      *rc::gen::inRange<std::int64_t>(-2'208'900'000'000'000, 7'258'000'000'000'000);
  Instant const instant{microseconds{microseconds_since}};
  RC_ASSERT(parse_instant(to_string(instant)) == std::optional{instant});
}

}  // namespace
}  // namespace jalon
