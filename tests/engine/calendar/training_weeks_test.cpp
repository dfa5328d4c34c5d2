#include "engine/calendar/training_weeks.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <stdexcept>

namespace jalon {
namespace {

using namespace std::chrono;

Date day(std::string_view text) {
  return parse_date(text).value();
}

OpeningCalendar const general;
OpeningCalendar const with_closures{HolidayRegion::metropole,
                                    {{2026y / August / 1, 2026y / August / 23, "Congés d'été"},
                                     {2026y / May / 15, 2026y / May / 15, "Pont de l'Ascension"}}};

TEST(TrainingWeeks, TheWeekOfTheEntryIsS1WhateverItsDay) {
  for (auto entry : {"2026-09-07", "2026-09-09", "2026-09-11", "2026-09-13"}) {
    EXPECT_EQ(training_week_end(day(entry), 1, general).due, day("2026-09-11")) << entry;
    EXPECT_EQ(training_week_end(day(entry), 2, general).due, day("2026-09-18")) << entry;
    EXPECT_EQ(training_week_end(day(entry), 12, general).due, day("2026-11-27")) << entry;
  }
}

TEST(TrainingWeeks, AClosedWeekIsSkipped) {
  Date const entry = day("2026-07-13");
  EXPECT_EQ(training_week_end(entry, 3, with_closures).due, day("2026-07-31"));
  EXPECT_EQ(training_week_end(entry, 4, with_closures).due, day("2026-08-28"));
  EXPECT_EQ(training_week_end(entry, 4, general).due, day("2026-08-07"));
}

TEST(TrainingWeeks, AWeekEndsOnItsLastOpeningDay) {
  Date const entry = day("2026-05-04");
  EXPECT_EQ(training_week_end(entry, 1, general).due, day("2026-05-07")) << "Friday 8 May is a holiday";
  EXPECT_EQ(training_week_end(entry, 2, with_closures).due, day("2026-05-13")) << "Ascension and its bridge";
}

TEST(TrainingWeeks, AnEntryInAClosedWeekWaitsForTheFirstOpenOne) {
  EXPECT_EQ(training_week_end(day("2026-08-10"), 1, with_closures).due, day("2026-08-28"));
  EXPECT_EQ(training_week(day("2026-08-10"), day("2026-08-12"), with_closures), 1);
  EXPECT_EQ(training_week(day("2026-08-10"), day("2026-08-25"), with_closures), 1);
  EXPECT_EQ(training_week(day("2026-08-10"), day("2026-08-31"), with_closures), 2);
}

TEST(TrainingWeeks, TheDerivationNamesWhatWasSkipped) {
  EXPECT_EQ(
      training_week_end(day("2026-07-13"), 4, with_closures).derivation,
      "S4 d'une entrée le 13/07/2026 → semaine du 24/08/2026 (3 semaines fermées non comptées : Congés d'été "
      "du 01/08 au 23/08) → dernier jour d'ouverture le vendredi 28/08/2026");
  EXPECT_EQ(training_week_end(day("2026-05-04"), 2, with_closures).derivation,
            "S2 d'une entrée le 04/05/2026 → semaine du 11/05/2026 → dernier jour d'ouverture le mercredi "
            "13/05/2026 "
            "(Pont de l'Ascension le 15/05, Ascension le 14/05)");
}

TEST(TrainingWeeks, AClosedWeekBearsTheNumberOfTheOneBefore) {
  Date const entry = day("2026-07-13");
  EXPECT_EQ(training_week(entry, day("2026-07-13"), with_closures), 1);
  EXPECT_EQ(training_week(entry, day("2026-08-02"), with_closures), 3);
  EXPECT_EQ(training_week(entry, day("2026-08-03"), with_closures), 3);
  EXPECT_EQ(training_week(entry, day("2026-08-23"), with_closures), 3);
  EXPECT_EQ(training_week(entry, day("2026-08-24"), with_closures), 4);
  EXPECT_EQ(training_week(entry, day("2026-07-01"), with_closures), 1) << "before the entry";
}

TEST(TrainingWeeks, ASuspensionLosesItsCompleteWeeks) {
  EXPECT_EQ(training_weeks_lost(day("2026-09-09"), day("2026-09-15"), general), 0);
  EXPECT_EQ(training_weeks_lost(day("2026-09-09"), day("2026-09-16"), general), 1);
  EXPECT_EQ(training_weeks_lost(day("2026-09-09"), day("2026-10-19"), general), 5);
  EXPECT_EQ(training_weeks_lost(day("2026-09-09"), day("2026-09-09"), general), 0);
  EXPECT_EQ(training_weeks_lost(day("2026-09-09"), day("2026-09-01"), general), 0);
}

TEST(TrainingWeeks, ASuspensionLosesNothingWhileTheEstablishmentIsClosed) {
  EXPECT_EQ(training_weeks_lost(day("2026-08-03"), day("2026-08-24"), with_closures), 0);
  EXPECT_EQ(training_weeks_lost(day("2026-07-27"), day("2026-08-31"), with_closures), 2);
}

TEST(TrainingWeeks, ThereIsNoWeekNought) {
  EXPECT_THROW(training_week_end(day("2026-09-07"), 0, general), std::domain_error);
  EXPECT_THROW(training_week_end(day("2026-09-07"), -1, general), std::domain_error);
  EXPECT_THROW(training_week_end(day("2026-09-07"), 5'201, general), std::domain_error);
}

TEST(TrainingWeeks, AnEstablishmentThatNeverOpensIsReported) {
  OpeningCalendar const never{HolidayRegion::metropole,
                              {{2026y / January / 1, 2199y / December / 31, "Travaux"}}};
  EXPECT_THROW(training_week_end(day("2026-09-07"), 2, never), std::domain_error);
  EXPECT_THROW(training_weeks_before(day("2040-09-07"), 2, never), std::domain_error);
}

RC_GTEST_PROP(TrainingWeeks, TheLastDayOfAWeekBearsItsNumber, ()) {
  Date const entry = plus_days(2026y / January / 1, *rc::gen::inRange(0, 700));
  int const week = *rc::gen::inRange(1, 40);
  auto const end = training_week_end(entry, week, with_closures);
  RC_ASSERT(training_week(entry, end.due, with_closures) == week);
  RC_ASSERT(with_closures.is_opening_day(end.due));
}

}  // namespace
}  // namespace jalon
