#include "engine/calendar/due_date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <stdexcept>

#include "engine/calendar/training_weeks.hpp"

namespace jalon {
namespace {

using namespace std::chrono;

Date day(std::string_view text) {
  return parse_date(text).value();
}

OpeningCalendar const general;
OpeningCalendar const alsace_moselle{HolidayRegion::alsace_moselle};
OpeningCalendar const with_closures{HolidayRegion::metropole,
                                    {{2026y / August / 1, 2026y / August / 23, "Congés d'été"},
                                     {2026y / May / 15, 2026y / May / 15, "Pont de l'Ascension"}}};

struct MonthVector {
  std::string_view start, same_day_number, rolled_in_general, rolled_in_alsace_moselle;
};

TEST(DueDate, OneMonthFromTheStartsOfTheReference) {
  constexpr MonthVector vectors[] = {
      {"2026-01-31", "2026-02-28", "2026-03-02", "2026-03-02"},
      {"2026-03-31", "2026-04-30", "2026-04-30", "2026-04-30"},
      {"2026-04-01", "2026-05-01", "2026-05-04", "2026-05-04"},
      {"2026-04-08", "2026-05-08", "2026-05-11", "2026-05-11"},
      {"2026-03-03", "2026-04-03", "2026-04-03", "2026-04-07"},
      {"2026-03-06", "2026-04-06", "2026-04-07", "2026-04-07"},
      {"2025-11-25", "2025-12-25", "2025-12-26", "2025-12-29"},
      {"2026-07-15", "2026-08-15", "2026-08-17", "2026-08-17"},
      {"2028-01-31", "2028-02-29", "2028-02-29", "2028-02-29"},
  };
  for (auto const& [start, same_number, rolled_in_general, rolled_in_alsace_moselle] : vectors)
    for (auto roll : {Roll::next_working_day, Roll::next_opening_day}) {
      auto const here = due_date(day(start), calendar_months(1), roll, general);
      auto const there = due_date(day(start), calendar_months(1), roll, alsace_moselle);
      EXPECT_EQ(to_string(here.raw), same_number);
      EXPECT_EQ(to_string(here.due), rolled_in_general);
      EXPECT_EQ(to_string(there.due), rolled_in_alsace_moselle);
    }
}

TEST(DueDate, MonthsAreAddedInOneStep) {
  auto const raw = [](std::string_view anchor, int months) {
    return to_string(due_date(day(anchor), calendar_months(months), Roll::none, general).raw);
  };
  EXPECT_EQ(raw("2026-01-31", 1), "2026-02-28");
  EXPECT_EQ(raw("2026-01-31", 2), "2026-03-31");
  EXPECT_EQ(raw("2026-08-31", 6), "2027-02-28");
  EXPECT_EQ(raw("2028-02-29", 12), "2029-02-28");
  EXPECT_EQ(raw("2026-12-31", 2), "2027-02-28");
  EXPECT_EQ(raw("2026-03-31", -1), "2026-02-28");
  EXPECT_EQ(raw("2026-01-15", -1), "2025-12-15");
}

TEST(DueDate, TheDayOfTheAnchorDoesNotCount) {
  auto const due = due_date(day("2026-06-01"), calendar_days(15), Roll::next_opening_day, general);
  EXPECT_EQ(due.due, day("2026-06-16"));
  EXPECT_EQ(due_date(day("2026-06-01"), calendar_days(0), Roll::next_opening_day, general).due,
            day("2026-06-01"));
}

TEST(DueDate, ShowsBothDatesAndTheWayToThem) {
  auto const due = due_date(day("2026-03-20"), calendar_days(15), Roll::next_opening_day, general);
  EXPECT_EQ(due.raw, day("2026-04-04"));
  EXPECT_EQ(due.due, day("2026-04-07"));
  EXPECT_EQ(due.derivation,
            "15 jours à compter du 20/03/2026 → 04/04/2026 (samedi) → reporté au mardi 07/04/2026 "
            "(lundi de Pâques le 06/04)");
}

struct Sentence {
  std::string_view anchor, period;
  Roll roll;
  std::string_view derivation;
};

TEST(DueDate, SaysInFrenchWhatMovedIt) {
  Sentence const sentences[] = {
      {"2026-03-31", "P1M", Roll::next_opening_day,
       "1 mois à compter du 31/03/2026 → 30/04/2026 (jeudi, dernier jour du mois)"},
      {"2026-01-05", "P15D", Roll::next_opening_day, "15 jours à compter du 05/01/2026 → 20/01/2026 (mardi)"},
      {"2026-01-31", "P1M", Roll::next_opening_day,
       "1 mois à compter du 31/01/2026 → 28/02/2026 (samedi, dernier jour du mois) → reporté au lundi "
       "02/03/2026"},
      {"2026-03-06", "P1M", Roll::next_working_day,
       "1 mois à compter du 06/03/2026 (CPC art. 641) → 06/04/2026 (lundi) → reporté au mardi 07/04/2026 "
       "(lundi de Pâques le 06/04 ; CPC art. 642)"},
      {"2026-01-31", "P1M", Roll::next_working_day,
       "1 mois à compter du 31/01/2026 (CPC art. 641) → 28/02/2026 (samedi, dernier jour du mois) → reporté "
       "au "
       "lundi 02/03/2026 (CPC art. 642)"},
      {"2026-07-15", "P1M", Roll::next_working_day,
       "1 mois à compter du 15/07/2026 (CPC art. 641) → 15/08/2026 (samedi) → reporté au lundi 17/08/2026 "
       "(Assomption le 15/08 ; CPC art. 642)"},
      {"2026-07-15", "P1M", Roll::next_opening_day,
       "1 mois à compter du 15/07/2026 → 15/08/2026 (samedi) → reporté au lundi 24/08/2026 "
       "(Congés d'été du 01/08 au 23/08)"},
      {"2026-04-14", "P1M", Roll::next_opening_day,
       "1 mois à compter du 14/04/2026 → 14/05/2026 (jeudi) → reporté au lundi 18/05/2026 "
       "(Ascension le 14/05, Pont de l'Ascension le 15/05)"},
      {"2026-09-07", "-P1M", Roll::previous_opening_day,
       "1 mois avant le 07/09/2026 → 07/08/2026 (vendredi) → avancé au vendredi 31/07/2026 "
       "(Congés d'été du 01/08 au 23/08)"},
      {"2026-06-05", "-P21D", Roll::previous_opening_day,
       "21 jours avant le 05/06/2026 → 15/05/2026 (vendredi) → avancé au mercredi 13/05/2026 "
       "(Pont de l'Ascension le 15/05, Ascension le 14/05)"},
      {"2026-09-18", "P98D", Roll::none,
       "98 jours à compter du 18/09/2026 → 25/12/2026 (vendredi), sans report"},
  };
  for (auto const& [anchor, period, roll, derivation] : sentences)
    EXPECT_EQ(due_date(day(anchor), parse_period(period).value(), roll, with_closures).derivation,
              derivation);
}

TEST(DueDate, ABackwardPeriodNeverRollsForward) {
  for (auto roll : {Roll::next_working_day, Roll::next_opening_day, Roll::previous_opening_day}) {
    auto const due = due_date(day("2026-05-26"), calendar_days(-10), roll, with_closures);
    EXPECT_EQ(due.raw, day("2026-05-16"));
    EXPECT_EQ(due.due, day("2026-05-13")) << to_string(roll);
  }
  EXPECT_EQ(due_date(day("2026-05-26"), calendar_days(-10), Roll::none, with_closures).due,
            day("2026-05-16"));
}

TEST(DueDate, TrainingWeeksEndAsTheWeekOfTheStayDoes) {
  for (auto roll : {Roll::none, Roll::next_opening_day})
    EXPECT_EQ(due_date(day("2026-07-27"), open_training_weeks(2), roll, with_closures),
              training_week_end(day("2026-07-27"), 2, with_closures));
}

TEST(DueDate, TrainingWeeksBackwardsStepOverClosedWeeks) {
  auto const due =
      due_date(day("2026-09-02"), open_training_weeks(-2), Roll::previous_opening_day, with_closures);
  EXPECT_EQ(due.raw, day("2026-07-29"));
  EXPECT_EQ(due.derivation,
            "2 semaines de formation avant le 02/09/2026 → 29/07/2026 (mercredi, 3 semaines fermées non "
            "comptées : Congés d'été du 01/08 au 23/08)");
}

TEST(DueDate, RefusesAPeriodThatDoesNotCount) {
  EXPECT_THROW(due_date(day("2026-01-01"), open_training_weeks(0), Roll::none, general), std::domain_error);
  EXPECT_THROW(due_date(day("2026-01-01"), calendar_days(36'601), Roll::none, general), std::domain_error);
  EXPECT_THROW(
      due_date(day("2026-01-01"), calendar_months(std::numeric_limits<int>::min()), Roll::none, general),
      std::domain_error);
}

TEST(FixedDate, SaysWhatFixedIt) {
  auto const entry = fixed_date(day("2026-09-07"), Roll::none, general, "Entrée fixée par la session");
  EXPECT_EQ(entry.due, day("2026-09-07"));
  EXPECT_EQ(entry.derivation, "Entrée fixée par la session : 07/09/2026 (lundi)");
  auto const committee =
      fixed_date(day("2026-08-14"), Roll::next_opening_day, with_closures, "Commission du 14/08/2026");
  EXPECT_EQ(committee.raw, day("2026-08-14"));
  EXPECT_EQ(committee.due, day("2026-08-24"));
  EXPECT_EQ(committee.derivation,
            "Commission du 14/08/2026 : 14/08/2026 (vendredi) → reporté au lundi 24/08/2026 "
            "(Congés d'été du 01/08 au 23/08)");
}

TEST(Moved, CountsFromTheRawDateAndTellsBoth) {
  auto const before = due_date(day("2026-03-20"), calendar_days(15), Roll::next_opening_day, general);
  auto const after = moved(before, 27, Roll::next_opening_day, general);
  EXPECT_EQ(after.raw, day("2026-05-01"));
  EXPECT_EQ(after.due, day("2026-05-04"));
  EXPECT_EQ(after.derivation,
            before.derivation +
                " ; suspension de 27 jours : 04/04/2026 → 01/05/2026 (vendredi) → reporté au "
                "lundi 04/05/2026 (fête du Travail le 01/05)");
}

TEST(Moved, ByNothingIsTheSameAndByLessIsRefused) {
  auto const before = due_date(day("2026-03-20"), calendar_days(15), Roll::next_opening_day, general);
  EXPECT_EQ(moved(before, 0, Roll::next_opening_day, general), before);
  EXPECT_THROW(moved(before, -1, Roll::next_opening_day, general), std::domain_error);
}

RC_GTEST_PROP(DueDate, RollsToTheNearestOpeningDayAndNoFurther, ()) {
  Date const anchor = plus_days(2005y / January / 1, *rc::gen::inRange(0, 13'000));
  auto const period =
      *rc::gen::element(calendar_days(15), calendar_months(1), calendar_months(-1), calendar_days(-21));
  auto const due = due_date(anchor, period, default_roll(period), with_closures);
  int const step = is_backward(period) ? -1 : 1;
  RC_ASSERT(with_closures.is_opening_day(due.due));
  for (Date passed = due.raw; passed != due.due; passed = plus_days(passed, step))
    RC_ASSERT(!with_closures.is_opening_day(passed));
}

RC_GTEST_PROP(Moved, NeverComesEarlierThanTheSuspensionIsLong, ()) {
  Date const anchor = plus_days(2026y / January / 1, *rc::gen::inRange(0, 600));
  int const suspended_days = *rc::gen::inRange(1, 400);
  auto const before = due_date(anchor, calendar_days(15), Roll::next_opening_day, with_closures);
  auto const after = moved(before, suspended_days, Roll::next_opening_day, with_closures);
  RC_ASSERT(days_between(before.raw, after.raw) == suspended_days);
  RC_ASSERT(after.due >= after.raw);
}

}  // namespace
}  // namespace jalon
