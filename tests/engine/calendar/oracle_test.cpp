// F10. Every day from 2005 to 2040, in both regions, against oracle/oracle.mjs: a program in another
// language that takes the holidays from two npm packages and walks from day to day.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "engine/calendar/closure_file.hpp"
#include "engine/calendar/due_date.hpp"
#include "engine/calendar/instant.hpp"
#include "engine/calendar/quarter.hpp"
#include "engine/calendar/training_weeks.hpp"

namespace jalon {
namespace {

using namespace std::chrono;

constexpr auto folder = "tests/engine/calendar/oracle";
constexpr auto node = "node_modules/.bin/node";
constexpr int days_from_2005_to_2040 = 13'149;

std::string text_of(std::filesystem::path const& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<std::string> oracle_lines(int& exit_status) {
  std::string const command = std::string{node} + " " + folder + "/oracle.mjs";
  std::FILE* pipe = popen(command.c_str(), "r");
  std::string output;
  char buffer[65'536];
  while (std::size_t const size = std::fread(buffer, 1, sizeof buffer, pipe)) output.append(buffer, size);
  exit_status = pclose(pipe);
  std::vector<std::string> lines;
  std::istringstream stream{output};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string forward(Date date, std::string const& period, OpeningCalendar const& calendar) {
  auto const counted = [&](Roll roll) {
    return due_date(date, parse_period(period).value(), roll, calendar);
  };
  auto const open = counted(Roll::next_opening_day);
  EXPECT_EQ(counted(Roll::none).due, open.raw);
  return " " + period + "=" + to_string(open.raw) + "/" + to_string(counted(Roll::next_working_day).due) +
         "/" + to_string(open.due);
}

std::string backward(Date date, std::string const& period, OpeningCalendar const& calendar) {
  auto const due = due_date(date, parse_period(period).value(), Roll::previous_opening_day, calendar);
  return " " + period + "=" + to_string(due.raw) + "/" + to_string(due.due);
}

std::string kind_of(Date date, OpeningCalendar const& calendar) {
  if (is_public_holiday(date, calendar.region())) return "holiday";
  if (!calendar.is_working_day(date)) return "weekend";
  return calendar.is_opening_day(date) ? "open" : "closed";
}

std::string answers(Date date, OpeningCalendar const& calendar) {
  std::string line =
      to_string(date) + " " + std::string{to_string(calendar.region())} + " " + kind_of(date, calendar);
  for (auto period : {"P15D", "P1M", "P2M", "P3M", "P12M"}) line += forward(date, period, calendar);
  for (auto period : {"-P1M", "-P21D"}) line += backward(date, period, calendar);
  line += " S2=" + to_string(training_week_end(date, 2, calendar).due);
  line += " S12=" + to_string(training_week_end(date, 12, calendar).due);
  line += " W100=" + std::to_string(training_week(date, plus_days(date, 100), calendar));
  line += " L42=" + std::to_string(training_weeks_lost(date, plus_days(date, 42), calendar));
  line += " Q=" + to_string(quarter_end(date, 14, calendar).due);
  line += " N=" + to_string(next_quarter_end(date, calendar).due);
  line += " M=" + std::to_string(floor<seconds>(paris_midnight(date)).time_since_epoch().count());
  return line;
}

std::vector<std::string> library_lines(std::vector<Closure> const& closures) {
  std::vector<std::string> lines;
  for (auto region : {HolidayRegion::metropole, HolidayRegion::alsace_moselle}) {
    OpeningCalendar const calendar{region, closures};
    for (Date day = 2005y / January / 1; day.year() <= 2040y; day = plus_days(day, 1))
      lines.push_back(answers(day, calendar));
  }
  return lines;
}

TEST(Calendar, AgreesWithTheOracleOnEveryDayFrom2005To2040) {
  ASSERT_TRUE(std::filesystem::exists(folder)) << "run from the root of the repository";
  ASSERT_TRUE(std::filesystem::exists(node) &&
              std::filesystem::exists("node_modules/@socialgouv/jours-feries") &&
              std::filesystem::exists("node_modules/date-holidays"))
      << "the packages of the oracle are missing: run ./dev setup";
  auto const reading = read_closures(text_of(std::filesystem::path{folder} / "closures.txt"));
  ASSERT_TRUE(reading.errors.empty());
  ASSERT_GT(reading.closures.size(), 70u);

  int exit_status = -1;
  auto const expected = oracle_lines(exit_status);
  ASSERT_EQ(exit_status, 0) << "the oracle failed: its message stands above";
  auto const found = library_lines(reading.closures);
  ASSERT_EQ(expected.size(), 2u * days_from_2005_to_2040);
  ASSERT_EQ(found.size(), expected.size());

  int differences = 0;
  for (std::size_t index = 0; index < found.size(); ++index) {
    if (found[index] == expected[index]) continue;
    if (++differences <= 5) ADD_FAILURE() << "oracle:  " << expected[index] << "\nlibrary: " << found[index];
  }
  EXPECT_EQ(differences, 0) << "of " << found.size() << " lines";
}

}  // namespace
}  // namespace jalon
