#include "engine/dispatcher/weekly_consultation.hpp"

#include <gtest/gtest.h>

#include "engine/model/via_trajectoire_settings.hpp"

namespace jalon {
namespace {

Date day(char const* text) {
  return *parse_date(text);
}
constexpr int monday = 1, friday = 5, saturday = 6;

}  // namespace

TEST(WeeklyConsultation, FallsOnTheChosenWeekday) {
  OpeningCalendar const calendar;
  EXPECT_EQ(consultation_day(day("2026-03-02"), monday, calendar), day("2026-03-02"));
  EXPECT_EQ(consultation_day(day("2026-03-02"), friday, calendar), day("2026-03-06"));
}

TEST(WeeklyConsultation, OnTheNextDayWhenTheHouseIsClosed) {
  OpeningCalendar const calendar(HolidayRegion::metropole,
                                 {{day("2026-04-07"), day("2026-04-08"), "formation"}});
  EXPECT_EQ(consultation_day(day("2026-04-06"), monday, calendar), day("2026-04-09"))
      << "Easter Monday, and two more";
}

TEST(WeeklyConsultation, AWeekClosedToItsEndHasNone) {
  OpeningCalendar const calendar(HolidayRegion::metropole,
                                 {{day("2026-08-03"), day("2026-08-07"), "congés"}});
  EXPECT_FALSE(consultation_day(day("2026-08-03"), monday, calendar));
  EXPECT_FALSE(consultation_day(day("2026-03-02"), saturday, OpeningCalendar())) << "no Saturday is open";
}

TEST(ViaTrajectoireSettings, NeverSetMeansMondayAndThePublishedProfile) {
  auto const settings = read_via_trajectoire_settings(nullptr);
  EXPECT_EQ(settings.consultation_weekday, monday);
  EXPECT_EQ(settings.version, "4.0.4");
  EXPECT_EQ(settings.finess, "");
}

TEST(ViaTrajectoireSettings, KeepWhatIsSaidAndRefuseWhatCannotBe) {
  auto const settings = read_via_trajectoire_settings(
      {{"finess", "2A0001234"}, {"name", "ESPO"}, {"mode_of_care", "47"}, {"weekday", "vendredi"}});
  EXPECT_EQ(settings.finess, "2A0001234");
  EXPECT_EQ(settings.consultation_weekday, friday);
  for (Json const& wrong :
       {Json{{"finess", "12"}}, Json{{"finess", "12000123A"}}, Json{{"mode_of_care", "49"}},
        Json{{"weekday", "monday"}}, Json{{"profile", "http://x"}}, Json{{"profile", "https://x|1"}},
        Json{{"version", "x"}}, Json{{"colour", "blue"}}, Json{{"name", 7}}, Json::array()})
    EXPECT_THROW(read_via_trajectoire_settings(wrong), std::invalid_argument) << wrong;
}

}  // namespace jalon
