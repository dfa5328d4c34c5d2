#include "engine/calendar/quarter.hpp"

#include <gtest/gtest.h>

namespace jalon {
namespace {

using namespace std::chrono;

Date day(std::string_view text) {
  return parse_date(text).value();
}

OpeningCalendar const general;
OpeningCalendar const with_closure{HolidayRegion::metropole,
                                   {{2026y / December / 21, 2027y / January / 3, "Congés de Noël"}}};

std::string end_of(std::string_view from) {
  return to_string(quarter_end(day(from), 14, general).due);
}

TEST(Quarter, EndsOnItsLastDay) {
  EXPECT_EQ(end_of("2026-01-01"), "2026-03-31");
  EXPECT_EQ(end_of("2026-05-20"), "2026-06-30");
  EXPECT_EQ(end_of("2026-09-01"), "2026-09-30");
  EXPECT_EQ(end_of("2026-10-01"), "2026-12-31");
}

TEST(Quarter, WithFewerThanFourteenDaysLeftTheNextOneIsMeant) {
  EXPECT_EQ(end_of("2026-03-17"), "2026-03-31");
  EXPECT_EQ(end_of("2026-03-18"), "2026-06-30");
  EXPECT_EQ(end_of("2026-03-31"), "2026-06-30");
  EXPECT_EQ(end_of("2026-12-17"), "2026-12-31");
  EXPECT_EQ(end_of("2026-12-18"), "2027-03-31");
}

TEST(Quarter, ItsEndDoesNotRoll) {
  auto const sunday = quarter_end(day("2028-11-02"), 14, general);
  EXPECT_EQ(sunday.due, day("2028-12-31"));
  EXPECT_EQ(sunday.raw, sunday.due);
  EXPECT_EQ(sunday.derivation, "fin du trimestre du 02/11/2028 → 31/12/2028 (dimanche), sans report");
}

TEST(Quarter, TheDerivationSaysWhyTheNextOneAndWhyTheDayIsClosed) {
  EXPECT_EQ(
      quarter_end(day("2026-03-20"), 14, general).derivation,
      "le trimestre du 20/03/2026 finit dans 11 jours (moins de 14) → fin du trimestre suivant → 30/06/2026 "
      "(mardi), sans report");
  EXPECT_EQ(quarter_end(day("2026-11-02"), 14, with_closure).derivation,
            "fin du trimestre du 02/11/2026 → 31/12/2026 (jeudi, Congés de Noël), sans report");
}

TEST(Quarter, TheNextOneFollowsWhateverIsLeftOfThisOne) {
  EXPECT_EQ(next_quarter_end(day("2026-01-01"), general).due, day("2026-06-30"));
  EXPECT_EQ(next_quarter_end(day("2026-03-31"), general).due, day("2026-06-30"));
  auto const next = next_quarter_end(day("2026-11-02"), general);
  EXPECT_EQ(next.due, day("2027-03-31"));
  EXPECT_EQ(next.derivation,
            "fin du trimestre qui suit celui du 02/11/2026 → 31/03/2027 (mercredi), sans report");
}

}  // namespace
}  // namespace jalon
