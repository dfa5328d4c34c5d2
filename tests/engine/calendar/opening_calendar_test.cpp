#include "engine/calendar/opening_calendar.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace jalon {
namespace {

using namespace std::chrono;

Closure const summer{2026y / August / 1, 2026y / August / 23, "Congés d'été"};
Closure const bridge{2026y / May / 15, 2026y / May / 15, "Pont de l'Ascension"};

TEST(OpeningCalendar, AWorkingDayIsNeitherWeekendNorHoliday) {
  OpeningCalendar const calendar;
  EXPECT_TRUE(calendar.is_working_day(2026y / April / 7));
  EXPECT_FALSE(calendar.is_working_day(2026y / April / 4));
  EXPECT_FALSE(calendar.is_working_day(2026y / April / 5));
  EXPECT_FALSE(calendar.is_working_day(2026y / April / 6));
  EXPECT_TRUE(calendar.is_working_day(2026y / April / 3));
  EXPECT_FALSE(OpeningCalendar{HolidayRegion::alsace_moselle}.is_working_day(2026y / April / 3));
}

TEST(OpeningCalendar, AClosureClosesBothItsEndsButLeavesThemWorkingDays) {
  OpeningCalendar const calendar{HolidayRegion::metropole, {summer, bridge}};
  EXPECT_TRUE(calendar.is_opening_day(2026y / July / 31));
  EXPECT_FALSE(calendar.is_opening_day(2026y / August / 3));
  EXPECT_FALSE(calendar.is_opening_day(2026y / August / 21));
  EXPECT_TRUE(calendar.is_opening_day(2026y / August / 24));
  EXPECT_FALSE(calendar.is_opening_day(2026y / May / 15));
  EXPECT_TRUE(calendar.is_working_day(2026y / May / 15));
}

TEST(OpeningCalendar, SearchesStartWithTheDayItself) {
  OpeningCalendar const calendar{HolidayRegion::metropole, {summer, bridge}};
  EXPECT_EQ(calendar.next_working_day(2026y / May / 14), Date(2026y / May / 15));
  EXPECT_EQ(calendar.next_opening_day(2026y / May / 14), Date(2026y / May / 18));
  EXPECT_EQ(calendar.next_opening_day(2026y / May / 13), Date(2026y / May / 13));
  EXPECT_EQ(calendar.previous_opening_day(2026y / May / 17), Date(2026y / May / 13));
  EXPECT_EQ(calendar.previous_opening_day(2026y / August / 23), Date(2026y / July / 31));
  EXPECT_EQ(calendar.previous_opening_day(2026y / August / 24), Date(2026y / August / 24));
}

TEST(OpeningCalendar, SaysWhyADayIsClosed) {
  OpeningCalendar const calendar{HolidayRegion::metropole,
                                 {summer, bridge, {2026y / June / 1, 2026y / June / 1, ""}}};
  EXPECT_EQ(calendar.why_closed(2026y / April / 4), "samedi");
  EXPECT_EQ(calendar.why_closed(2026y / April / 5), "dimanche");
  EXPECT_EQ(calendar.why_closed(2026y / April / 6), "lundi de Pâques");
  EXPECT_EQ(calendar.why_closed(2026y / August / 15), "Assomption") << "a Saturday of the closure as well";
  EXPECT_EQ(calendar.why_closed(2026y / August / 4), "Congés d'été");
  EXPECT_EQ(calendar.why_closed(2026y / June / 1), "fermeture");
  EXPECT_EQ(calendar.why_closed(2026y / April / 7), std::nullopt);
}

TEST(OpeningCalendar, AWeekIsOpenWhenOneOfItsDaysIs) {
  OpeningCalendar const calendar{HolidayRegion::metropole,
                                 {summer, {2026y / May / 4, 2026y / May / 6, "Travaux"}}};
  EXPECT_TRUE(calendar.is_open_week(2026y / May / 10)) << "7 May, between closure and holiday";
  EXPECT_FALSE(calendar.is_open_week(2026y / August / 3));
  EXPECT_TRUE(calendar.is_open_week(2026y / August / 1)) << "the week from 27 July";
}

TEST(OpeningCalendar, RefusesAClosureThatEndsBeforeItBegins) {
  std::vector<Closure> const reversed{{2026y / May / 2, 2026y / May / 1, "Travaux"}};
  EXPECT_THROW((OpeningCalendar{HolidayRegion::metropole, reversed}), std::invalid_argument);
  std::vector<Closure> const unreal{{2026y / February / 30, 2026y / May / 1, "Travaux"}};
  EXPECT_THROW((OpeningCalendar{HolidayRegion::metropole, unreal}), std::invalid_argument);
}

TEST(OpeningCalendar, GivesUpInFrenchWhenClosedForYears) {
  OpeningCalendar const calendar{HolidayRegion::metropole,
                                 {{2026y / January / 1, 2199y / December / 31, "Travaux"}}};
  EXPECT_EQ(calendar.next_working_day(2026y / May / 1), Date(2026y / May / 4));
  EXPECT_THROW(calendar.previous_opening_day(2040y / May / 1), std::domain_error);
  try {
    calendar.next_opening_day(2026y / May / 1);
    FAIL() << "found a day in a closed century";
  } catch (std::domain_error const& error) {
    EXPECT_STREQ(error.what(),
                 "Aucun jour d'ouverture dans les trois ans qui suivent le 01/05/2026 : vérifiez les "
                 "fermetures de l'établissement.");
  }
}

TEST(OpeningCalendar, AClosureOfTwoYearsIsStillSearchedThrough) {
  OpeningCalendar const calendar{HolidayRegion::metropole,
                                 {{2026y / January / 1, 2027y / December / 31, "Travaux"}}};
  EXPECT_EQ(calendar.next_opening_day(2026y / January / 1), Date(2028y / January / 3));
}

}  // namespace
}  // namespace jalon
