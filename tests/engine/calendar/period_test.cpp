#include "engine/calendar/period.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/calendar/roll.hpp"

namespace jalon {
namespace {

TEST(Period, IsReadInItsThreeUnitsAndBackwards) {
  EXPECT_EQ(parse_period("P15D"), calendar_days(15));
  EXPECT_EQ(parse_period("P1M"), calendar_months(1));
  EXPECT_EQ(parse_period("P12M"), calendar_months(12));
  EXPECT_EQ(parse_period("P2W"), open_training_weeks(2));
  EXPECT_EQ(parse_period("-P1M"), calendar_months(-1));
  EXPECT_EQ(parse_period("-P21D"), calendar_days(-21));
  EXPECT_EQ(parse_period("P0D"), calendar_days(0));
}

TEST(Period, IsRefusedInEveryOtherShape) {
  for (auto text : {"",
                    "P",
                    "PD",
                    "P15",
                    "15D",
                    "p15d",
                    "P1Y",
                    "P1M2D",
                    "PT24H",
                    "P-1M",
                    "+P1M",
                    "--P1M",
                    "P+1M",
                    "P 1M",
                    "P1M ",
                    " P1M",
                    "P1.5M",
                    "P0W",
                    "P36601D",
                    "P1201M",
                    "P5201W",
                    "-P36601D",
                    "P99999999999999999999D",
                    "P4294967297D"})
    EXPECT_EQ(parse_period(text), std::nullopt) << text;
}

TEST(Period, IsSaidInFrench) {
  EXPECT_EQ(french(calendar_days(15)), "15 jours");
  EXPECT_EQ(french(calendar_days(1)), "1 jour");
  EXPECT_EQ(french(calendar_days(0)), "0 jour");
  EXPECT_EQ(french(calendar_months(1)), "1 mois");
  EXPECT_EQ(french(calendar_months(-3)), "3 mois");
  EXPECT_EQ(french(open_training_weeks(1)), "1 semaine de formation");
  EXPECT_EQ(french(open_training_weeks(2)), "2 semaines de formation");
}

RC_GTEST_PROP(Period, TextReadBackIsTheSamePeriod, ()) {
  auto const unit = *rc::gen::element(Period::Unit::days, Period::Unit::months, Period::Unit::training_weeks);
  Period const period{*rc::gen::inRange(-40'000, 40'000), unit};
  auto const read = parse_period(to_string(period));
  RC_ASSERT(read == (is_countable(period) ? std::optional{period} : std::nullopt));
}

TEST(Roll, HasTheNamesOfTheContract) {
  for (auto roll : {Roll::none, Roll::next_working_day, Roll::next_opening_day, Roll::previous_opening_day})
    EXPECT_EQ(parse_roll(to_string(roll)), roll);
  EXPECT_EQ(parse_roll("next_opening_day"), Roll::next_opening_day);
  for (auto text : {"", "None", "next", "next_opening_day "})
    EXPECT_EQ(parse_roll(text), std::nullopt) << text;
}

TEST(Roll, DefaultsToTheNextOpeningDayAndBackwardsToTheOneBefore) {
  EXPECT_EQ(default_roll(calendar_days(15)), Roll::next_opening_day);
  EXPECT_EQ(default_roll(calendar_months(-1)), Roll::previous_opening_day);
}

}  // namespace
}  // namespace jalon
