// What is asked for in the morning, what no longer is, and what cannot wait for the morning.
#include "engine/reminders/work_item.hpp"

#include <gmock/gmock.h>

#include "engine/reminders/digest.hpp"
#include "engine/reminders/urgent.hpp"
#include "tests/kit/sample_case.hpp"
#include "workflows/registry.hpp"
#include "workflows/reminders.hpp"

namespace jalon {
namespace {

using kit::date;
using kit::instant;
using testing::ElementsAre;
using testing::IsEmpty;

DeadlineRecord deadline(std::string const& id, std::string const& state, std::string_view due, Role owner) {
  DeadlineRecord record;
  record.id = id, record.region = "journey", record.state = state, record.owner = owner;
  record.date.raw = record.date.due = date(due);
  return record;
}

struct Work : testing::Test {
  Definition const& definition = all_workflows().front();
  Snapshot snapshot = kit::unopened_case();

  Work() {
    snapshot.workflow = "preorientation", snapshot.definition_version = 1, snapshot.revision = 5;
    snapshot.reference = "2026-0001";
    snapshot.places = {{"journey", "pre_reception_done"}, {"life", "open"}};
    snapshot.data = {{"seat", {{"session", "s"}, {"entry_on", "2026-03-23"}, {"weeks", 14}}}};
    snapshot.deadlines = {deadline("convocation", "pre_reception_done", "2026-03-02", Role::admin_assistant)};
    snapshot.tasks.clear();
  }
  std::vector<std::string> asked_for(std::string_view day) const {
    std::vector<std::string> lines;
    for (auto const& item :
         work_of(definition, reminders_of(all_pathway_reminders(), snapshot.workflow), snapshot, date(day)))
      lines.push_back(std::string(name_of(item.owner)) + ": " + item.label);
    return lines;
  }
};

TEST_F(Work, AMissedConvocationIsAskedForUntilTheDayOfEntryAndThenTheCoordinatorFindsAnotherWay) {
  EXPECT_THAT(asked_for("2026-03-02"), ElementsAre("admin_assistant: Convocation"));
  EXPECT_THAT(asked_for("2026-03-23"), ElementsAre("admin_assistant: Convocation"));
  EXPECT_THAT(
      asked_for("2026-03-24"),
      ElementsAre("coordinator: Entrée passée (« Convocation » non fait) : autre session ou clôture"));
}

TEST_F(Work, NothingIsAskedForOfASuspendedOrAClosedCase) {
  snapshot.deadlines[0].frozen = true;
  EXPECT_THAT(asked_for("2026-03-04"), IsEmpty());
  snapshot.deadlines[0].frozen = false;
  snapshot.places["journey"] = "closed_renounced";
  EXPECT_THAT(asked_for("2026-03-04"), IsEmpty());
  snapshot.tasks = {kit::sample_task("transmission", "transmission:1")};
  snapshot.tasks[0].due = date("2026-03-05");
  EXPECT_THAT(asked_for("2026-03-04"), testing::SizeIs(1)) << "what is still to be reported";
}

TEST_F(Work, AMissedDeadlineWhoseTaskIsDoneIsNotAskedForAgain) {
  snapshot.deadlines[0].passed = true;
  EXPECT_THAT(asked_for("2026-03-04"), IsEmpty());
  snapshot.tasks = {kit::sample_task("overdue", "deadline:convocation")};
  EXPECT_THAT(asked_for("2026-03-04"), ElementsAre("admin_assistant: Convocation"));
}

TEST_F(Work, ADigestIsCutAndSaysHowManyOthersThereAre) {
  std::vector<StaffMember> const staff{
      {"anne", "Anne", "anne@example.org", {Role::admin_assistant, Role::coordinator}}};
  std::vector<WorkItem> work;
  for (int i = 0; i < int(most_lines) + 2; ++i)
    work.push_back({"c",
                    "2026-" + std::to_string(1000 + i),
                    "Vérification",
                    plus_days(date("2026-02-01"), -i),
                    Role::admin_assistant,
                    {}});
  work.push_back({"c", "2026-0001", "Dimanche", date("2026-03-08"), Role::coordinator, {}});
  work.push_back({"c", "2026-0002", "Lundi d'après", date("2026-03-09"), Role::coordinator, {}});
  auto const day = digests_of_day(work, Team(staff, {}), date("2026-03-04"));
  ASSERT_THAT(day.digests, testing::SizeIs(1)) << "one for both roles";
  auto const details = details_of(day.digests[0], day.day, "https://jalon.example.org");
  EXPECT_EQ(details.at("late").at("total"), most_lines + 2);
  EXPECT_EQ(details.at("late").at("lines").size(), most_lines);
  EXPECT_EQ(details.at("late").at("others"), 2);
  EXPECT_EQ(details.at("late").at("lines")[0].at("reference"), "2026-1041") << "the oldest first";
  EXPECT_EQ(details.at("this_week").at("total"), 1) << "until Sunday";
  EXPECT_EQ(details.at("this_week").at("lines")[0].at("url"), "https://jalon.example.org/dossiers/2026-0001");
}

struct Urgent : testing::Test {
  TroubledMessage message{"m",
                          "c",
                          "2026-0001",
                          "preorientation",
                          "convocation",
                          "returned",
                          Json{{"seat", {{"entry_on", "2026-03-23"}}}},
                          {}};
  bool is_urgent_on(std::string_view day) const {
    return is_urgent(all_pathway_reminders().front(), message, date(day));
  }
  static std::string leaves(std::string_view now) {
    return to_string(leaves_at(instant(now), {}, OpeningCalendar()));
  }
};

TEST_F(Urgent, WhatTellsOfTheEntryIsUrgentInTheLastTwoWeeksAndNotAfterTheDay) {
  EXPECT_FALSE(is_urgent_on("2026-03-07"));
  EXPECT_TRUE(is_urgent_on("2026-03-08"));
  EXPECT_TRUE(is_urgent_on("2026-03-23"));
  EXPECT_FALSE(is_urgent_on("2026-03-24"));
  message.template_name = "reminder";
  EXPECT_FALSE(is_urgent_on("2026-03-10"));
  message.template_name = "entry_dates";
  EXPECT_TRUE(is_urgent_on("2026-03-10"));
  message.data["entered_on"] = "2026-03-10";
  EXPECT_FALSE(is_urgent_on("2026-03-10")) << "the person is there";
}

TEST_F(Urgent, ItIsToldOnceAndLeavesInWorkingHoursOfOpeningDays) {
  std::vector<StaffMember> const staff{
      {"anne", "Anne", "anne@example.org", {Role::admin_assistant, Role::coordinator}}};
  auto const mails = [&] {
    return urgent_mails(all_pathway_reminders(), {message}, Team(staff, {}), date("2026-03-10"));
  };
  EXPECT_THAT(mails(), testing::SizeIs(1)) << "once for both roles";
  message.told = {"anne"};
  EXPECT_THAT(mails(), IsEmpty());
  EXPECT_EQ(leaves("2026-03-10T10:00:00+01:00"), "2026-03-10T10:00:00+01:00");
  EXPECT_EQ(leaves("2026-03-10T06:00:00+01:00"), "2026-03-10T07:30:00+01:00");
  EXPECT_EQ(leaves("2026-03-13T18:00:00+01:00"), "2026-03-16T07:30:00+01:00") << "Friday evening";
  EXPECT_EQ(leaves("2026-04-04T10:00:00+02:00"), "2026-04-07T07:30:00+02:00") << "Easter";
}

}  // namespace
}  // namespace jalon
