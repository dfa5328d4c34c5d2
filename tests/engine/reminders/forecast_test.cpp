// What the preview says is what is then sent: over a simulated year of random establishments.
#include "engine/reminders/forecast.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ostream>

#include "tests/engine/reminders/simulated_house.hpp"

namespace jalon {

void PrintTo(DayOfDigests const& day, std::ostream* out) {
  *out << to_string(day.day) << ":";
  for (auto const& digest : day.digests) {
    *out << "\n  " << digest.login;
    for (auto const* section : {&digest.late, &digest.this_week})
      for (auto const& line : *section)
        *out << "\n    " << line.item.reference << " " << line.item.label << " " << to_string(line.item.due)
             << " " << name_of(line.because) << " " << line.instead_of;
  }
}

namespace {

struct Seen {
  int mornings = 0, quiet = 0, late = 0, this_week = 0, for_others = 0, changes = 0;
};

void count(DayOfDigests const& day, Seen& seen) {
  (day.digests.empty() ? seen.quiet : seen.mornings)++;
  for (auto const& digest : day.digests) {
    seen.late += int(digest.late.size()), seen.this_week += int(digest.this_week.size());
    for (auto const& line : digest.late) seen.for_others += line.because != Because::role;
  }
}

// Some busy weeks, then a forecast, and days on which nobody does anything but the clock.
void live_a_year(kit::SimulatedHouse& house, Seen& seen) {
  Date const end = plus_days(house.today(), 365);
  while (house.today() < end && !testing::Test::HasFailure()) {
    for (int day = 5 + house.chance(30); day > 0; --day) house.next_day(true);
    auto const said = house.forecast(plus_days(house.today(), 1 + house.chance(40)));
    for (auto const& [day, morning] : said) {
      house.next_day(false);
      auto const sent = house.this_morning();
      ASSERT_EQ(morning, sent);
      count(sent, seen);
    }
  }
}

TEST(Forecast, WhatItSaysIsWhatIsThenSentOverASimulatedYear) {
  auto const* asked = std::getenv("JALON_SEED");
  unsigned const first = asked ? unsigned(std::atoi(asked)) : 1;
  Seen seen;
  for (unsigned seed = first; seed < first + (asked ? 1 : 12); ++seed) {
    SCOPED_TRACE("JALON_SEED=" + std::to_string(seed));
    kit::SimulatedHouse house(seed);
    live_a_year(house, seen);
    seen.changes += house.changes_taken_up();
  }
  std::cout << seen.mornings << " mornings, " << seen.quiet << " quiet days, " << seen.late << " late lines, "
            << seen.this_week << " of the week, " << seen.for_others << " for others, " << seen.changes
            << " changes planned\n";
  EXPECT_GT(seen.mornings, 100);
  EXPECT_GT(seen.quiet, 50);
  EXPECT_GT(seen.late, 1000);
  EXPECT_GT(seen.this_week, 500);
  EXPECT_GT(seen.for_others, 100);
  EXPECT_GT(seen.changes, 50);
}

}  // namespace
}  // namespace jalon
