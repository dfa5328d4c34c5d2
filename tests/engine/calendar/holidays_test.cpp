#include "engine/calendar/holidays.hpp"

#include <gtest/gtest.h>

namespace jalon {
namespace {

using namespace std::chrono;

std::vector<std::string> listed(int year, HolidayRegion region) {
  std::vector<std::string> lines;
  for (auto const& holiday : public_holidays(year, region))
    lines.push_back(to_string(holiday.date) + " " + holiday.name);
  return lines;
}

TEST(Holidays, TheElevenOf2026) {
  std::vector<std::string> const expected{"2026-01-01 jour de l'an",
                                          "2026-04-06 lundi de Pâques",
                                          "2026-05-01 fête du Travail",
                                          "2026-05-08 victoire de 1945",
                                          "2026-05-14 Ascension",
                                          "2026-05-25 lundi de Pentecôte",
                                          "2026-07-14 fête nationale",
                                          "2026-08-15 Assomption",
                                          "2026-11-01 Toussaint",
                                          "2026-11-11 armistice de 1918",
                                          "2026-12-25 Noël"};
  EXPECT_EQ(listed(2026, HolidayRegion::metropole), expected);
}

TEST(Holidays, AlsaceMoselleAddsGoodFridayAndTheDayAfterChristmas) {
  std::vector<std::string> const expected{
      "2026-01-01 jour de l'an",       "2026-04-03 vendredi saint",    "2026-04-06 lundi de Pâques",
      "2026-05-01 fête du Travail",    "2026-05-08 victoire de 1945",  "2026-05-14 Ascension",
      "2026-05-25 lundi de Pentecôte", "2026-07-14 fête nationale",    "2026-08-15 Assomption",
      "2026-11-01 Toussaint",          "2026-11-11 armistice de 1918", "2026-12-25 Noël",
      "2026-12-26 Saint-Étienne"};
  EXPECT_EQ(listed(2026, HolidayRegion::alsace_moselle), expected);
}

TEST(Holidays, TwoThatMeetAreOneDayWithBothNames) {
  auto const of_2008 = public_holidays(2008, HolidayRegion::metropole);
  EXPECT_EQ(of_2008.size(), 10u);
  EXPECT_EQ(holiday_name(2008y / May / 1, HolidayRegion::metropole), "fête du Travail et Ascension");
  EXPECT_EQ(of_2008[2], (Holiday{2008y / May / 1, "fête du Travail et Ascension"}));
  EXPECT_EQ(public_holidays(2008, HolidayRegion::alsace_moselle).size(), 12u);
  EXPECT_EQ(public_holidays(1997, HolidayRegion::metropole).size(), 10u) << "Ascension on 8 May";
}

TEST(Holidays, EasterOfTheKnownYears) {
  EXPECT_EQ(easter_sunday(2025), Date(2025y / April / 20));
  EXPECT_EQ(easter_sunday(2026), Date(2026y / April / 5));
  EXPECT_EQ(easter_sunday(2027), Date(2027y / March / 28));
  EXPECT_EQ(easter_sunday(2028), Date(2028y / April / 16));
  EXPECT_EQ(easter_sunday(2008), Date(2008y / March / 23));
  EXPECT_EQ(easter_sunday(1943), Date(1943y / April / 25)) << "the latest possible";
  EXPECT_EQ(easter_sunday(1954), Date(1954y / April / 18)) << "the exception of Gauss's rule";
  EXPECT_EQ(easter_sunday(1981), Date(1981y / April / 19)) << "the other exception";
}

TEST(Holidays, TheListAndTheQuestionAboutADayAgree) {
  for (auto region : {HolidayRegion::metropole, HolidayRegion::alsace_moselle})
    for (int year = 1900; year <= 2199; ++year) {
      std::vector<Holiday> walked;
      for (Date day{std::chrono::year{year}, January, std::chrono::day{1}};
           day.year() == std::chrono::year{year}; day = plus_days(day, 1)) {
        auto name = holiday_name(day, region);
        ASSERT_EQ(is_public_holiday(day, region), !name.empty()) << to_string(day);
        if (!name.empty()) walked.push_back({day, std::move(name)});
      }
      ASSERT_EQ(walked, public_holidays(year, region)) << year;
    }
}

TEST(Holidays, RegionsHaveTheNamesOfTheContract) {
  EXPECT_EQ(parse_region("metropole"), HolidayRegion::metropole);
  EXPECT_EQ(parse_region("alsace-moselle"), HolidayRegion::alsace_moselle);
  for (auto text : {"", "Metropole", "alsace_moselle", "57"})
    EXPECT_EQ(parse_region(text), std::nullopt) << text;
}

}  // namespace
}  // namespace jalon
