#include "engine/statistics/figures.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace jalon {
namespace {

Date day(std::string_view text) {
  return parse_date(text).value();
}

Milestones notified_on(std::string_view received) {
  Milestones notified;
  notified.channel = "digital", notified.mdph = "12", notified.state = "notified_digital";
  notified.received_on = day(received);
  return notified;
}
Milestones contacted_after(std::string_view received, int days) {
  auto contacted = notified_on(received);
  contacted.contacted_on = plus_days(contacted.received_on, days);
  return contacted;
}

Figure figure(std::vector<Milestones> const& cases, std::string const& id,
              std::string_view today = "2026-06-30") {
  for (auto& each : figures_of(cases, day(today), [](std::string const& state) { return state; }))
    if (each.id == id) return each;
  throw std::out_of_range(id);
}

std::string words(std::vector<Milestones> const& cases, std::string const& id,
                  std::string_view today = "2026-06-30") {
  return in_words(figure(cases, id, today));
}

std::vector<std::string> rows(Figure const& figure) {
  std::vector<std::string> lines;
  for (auto const& row : figure.rows)
    lines.push_back(row.label + " " + std::to_string(row.count) +
                    (row.base ? "/" + std::to_string(*row.base) : ""));
  return lines;
}

}  // namespace

TEST(Statistics, SayThatThereIsNothingRatherThanNoughtPerCent) {
  EXPECT_EQ(words({}, "first_contact_in_time"), "aucune donnée (0 dossiers dont le délai est échu)");
  EXPECT_EQ(to_json(figure({}, "first_contact_in_time")).at("percent"), Json());
}

TEST(Statistics, CountAFirstContactInTimeUpToTheFifteenthDay) {
  std::vector const cases{contacted_after("2026-03-02", 15), contacted_after("2026-03-02", 16),
                          contacted_after("2026-03-02", 1)};
  EXPECT_EQ(words(cases, "first_contact_in_time"), "67 % (2 sur 3 dossiers dont le délai est échu)");
}

TEST(Statistics, CountAPersonForgottenAsLateAndOneWhoseTimeRunsNotAtAll) {
  std::vector const cases{notified_on("2026-03-02"), notified_on("2026-06-20"),
                          contacted_after("2026-06-20", 3)};
  EXPECT_EQ(words(cases, "first_contact_in_time"), "50 % (1 sur 2 dossiers dont le délai est échu)");
  EXPECT_EQ(figure(cases, "first_contact_in_time", "2026-07-05").base, 2) << "the fifteenth day still counts";
  EXPECT_EQ(figure(cases, "first_contact_in_time", "2026-07-06").base, 3);
}

TEST(Statistics, LeaveOutWhoLeftBeforeTheyWereContacted) {
  auto invalid = notified_on("2026-03-02");
  invalid.closed = true, invalid.state = "closed_invalid";
  EXPECT_EQ(figure({invalid}, "first_contact_in_time").base, 0);
}

TEST(Statistics, FollowFirstContactsMonthByMonthEachWithItsBase) {
  std::vector const cases{contacted_after("2026-04-30", 20), contacted_after("2026-03-02", 3),
                          contacted_after("2026-04-01", 3)};
  EXPECT_THAT(rows(figure(cases, "first_contact_trend")), testing::ElementsAre("2026-03 1/1", "2026-04 1/2"));
}

TEST(Statistics, TellDelaysByTheMedianAndTheMiddleHalf) {
  std::vector<Milestones> cases;
  for (int days : {40, 10, 30, 20}) {
    cases.push_back(notified_on("2026-03-02"));
    cases.back().file_sent_on = plus_days(day("2026-03-02"), days);
  }
  cases.push_back(notified_on("2026-03-02"));
  EXPECT_EQ(words(cases, "days_to_file"), "médiane 20 jours, la moitié entre 10 et 30 (4 dossiers envoyés)");
}

TEST(Statistics, ShowADistributionWithTheMostFrequentFirst) {
  std::vector cases{notified_on("2026-03-02"), notified_on("2026-03-02"), notified_on("2026-03-02")};
  cases[1].mdph = "48";
  EXPECT_THAT(rows(figure(cases, "by_mdph")), testing::ElementsAre("MDPH 12 2", "MDPH 48 1"));
}

// The establishment's own hand count (pathway A.20, 4) disagreed with itself; from one set of records the two
// tables must agree.
TEST(Statistics, DeriveNeedsAndTheirNumberPerPersonFromTheSameRecords) {
  std::vector<Milestones> cases(4, notified_on("2026-03-02"));
  cases[0].needs = {"1.1.1", "2.1"}, cases[1].needs = {"1.1.1"}, cases[2].needs = {"1.1.1", "2.1"};
  auto const needs = figure(cases, "needs"), per_person = figure(cases, "needs_per_person");
  int all_needs = 0, all_persons = 0;
  for (auto const& row : needs.rows) all_needs += row.count;
  for (auto const& row : per_person.rows) all_persons += row.count * std::stoi(row.label);
  EXPECT_EQ(all_needs, all_persons);
  EXPECT_EQ(needs.base, 3);
  EXPECT_THAT(rows(per_person), testing::ElementsAre("2 besoins 2", "1 besoin 1"));
}

TEST(Statistics, CountContractsOfEntriesWhoseFifteenDaysAreOver) {
  std::vector<Milestones> cases(3, notified_on("2026-01-05"));
  cases[0].entered_on = cases[1].entered_on = day("2026-05-04"), cases[2].entered_on = day("2026-06-22");
  cases[0].contract_signed_on = day("2026-05-19");
  EXPECT_EQ(words(cases, "contract_in_time"), "50 % (1 sur 2 entrées dont le délai est échu)");
}

TEST(Statistics, CountHoursOfInternshipOnceTheStayIsOver) {
  std::vector<Milestones> cases(3, notified_on("2026-01-05"));
  for (auto& each : cases) each.entered_on = day("2026-03-02");
  cases[0].departed_on = cases[1].departed_on = day("2026-06-05");
  cases[0].internship_hours = 105, cases[1].internship_hours = 104, cases[2].internship_hours = 140;
  EXPECT_EQ(words(cases, "internship_hours"), "50 % (1 sur 2 personnes parties après leur entrée)");
}

TEST(Statistics, CountAsReachedNeitherTheUnreachableNorWhoDeclined) {
  std::vector<Milestones> cases(4, notified_on("2025-01-06"));
  cases[0].follow_up_at_twelve_months = "employed", cases[1].follow_up_at_twelve_months = "unreachable";
  cases[2].follow_up_at_twelve_months = "declined";
  EXPECT_EQ(words(cases, "followed_up"), "33 % (1 sur 3 points de suivi à douze mois)");
}

}  // namespace jalon
