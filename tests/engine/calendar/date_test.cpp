#include "engine/calendar/date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jalon {
namespace {

using namespace std::chrono;

TEST(Date, IsReadAsWritten) {
  EXPECT_EQ(parse_date("2026-04-07"), Date(2026y / April / 7));
  EXPECT_EQ(parse_date("2028-02-29"), Date(2028y / February / 29));
  EXPECT_EQ(parse_date("1900-01-01"), Date(1900y / January / 1));
  EXPECT_EQ(parse_date("2199-12-31"), Date(2199y / December / 31));
}

TEST(Date, IsRefusedInEveryOtherShape) {
  for (auto text : {"",
                    "2026",
                    "2026-4-7",
                    "2026-04-7",
                    "26-04-07",
                    "2026/04/07",
                    "07/04/2026",
                    "2026-13-01",
                    "2026-00-01",
                    "2026-04-00",
                    "2026-04-31",
                    "2026-02-29",
                    "1899-12-31",
                    "2200-01-01",
                    "2026-04-07 ",
                    " 2026-04-07",
                    "2026-04-07T00:00:00Z",
                    "+026-04-07",
                    "2026-0x-07",
                    "2026-04--7",
                    "20260407",
                    "２０26-04-07"})
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
}

TEST(Date, IsWrittenForMachinesAndForPeople) {
  Date const date = 2026y / April / 7;
  EXPECT_EQ(to_string(date), "2026-04-07");
  EXPECT_EQ(french(date), "07/04/2026");
  EXPECT_EQ(french_day_and_month(date), "07/04");
  EXPECT_EQ(french_weekday(date), "mardi");
}

TEST(Date, TheWeekRunsFromMondayToSunday) {
  std::vector<std::string> names;
  for (int offset = 0; offset < 7; ++offset) {
    Date const day = plus_days(2025y / December / 29, offset);
    EXPECT_EQ(monday_of(day), Date(2025y / December / 29));
    EXPECT_EQ(is_weekend(day), offset >= 5);
    names.push_back(french_weekday(day));
  }
  std::vector<std::string> const expected{"lundi",    "mardi",  "mercredi", "jeudi",
                                          "vendredi", "samedi", "dimanche"};
  EXPECT_EQ(names, expected);
}

RC_GTEST_PROP(Date, TextReadBackIsTheSameDate, ()) {
  int const days = *rc::gen::inRange(0, 109'573);
  Date const date = plus_days(1900y / January / 1, days);
  RC_ASSERT(parse_date(to_string(date)) == std::optional{date});
}

RC_GTEST_PROP(Date, DaysBetweenUndoesPlusDays, (int seed_days, int moved_days)) {
  Date const date = plus_days(2026y / January / 1, seed_days % 60'000);
  RC_ASSERT(days_between(date, plus_days(date, moved_days % 60'000)) == moved_days % 60'000);
}

}  // namespace
}  // namespace jalon
