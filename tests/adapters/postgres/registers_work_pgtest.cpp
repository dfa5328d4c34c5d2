#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct RegistersWork : testing::Test, PostgresHouse {
  std::string id_of_task(std::string const& role = "admin_assistant") {
    return registers.tasks(sight, {{role}}, {}).items.at(0).at("id");
  }
};

}  // namespace

TEST_F(RegistersWork, TasksComeTheMostUrgentFirstAndByRole) {
  open([](Move& move) {
    auto none = sample_task("no_date"), late = sample_task("late"), soon = sample_task("soon");
    none.due = std::nullopt, late.due = date("2026-05-01"), soon.due = date("2026-03-05");
    late.role = Role::coordinator;
    for (auto const& task : {none, late, soon}) open_task(move, task);
  });
  EXPECT_THAT(all_pages([&](PageRequest const& page) { return registers.tasks(sight, {}, page); }, "kind", 1),
              ElementsAre("soon", "late", "no_date"));
  EXPECT_THAT(column(registers.tasks(sight, {{"coordinator"}}, {}), "kind"), ElementsAre("late"));
  auto const task = registers.tasks(sight, {}, {}).items.at(0);
  EXPECT_EQ(task.at("role"), "admin_assistant");
  EXPECT_EQ(task.at("label"), "À faire : soon");
  EXPECT_EQ(task.at("due"), "2026-03-05");
  EXPECT_EQ(task.at("done"), false);
}

TEST_F(RegistersWork, ATaskIsDoneOnce) {
  open([](Move& move) { open_task(move, sample_task("call")); });
  auto const id = id_of_task();
  EXPECT_EQ(registers.finish_task(house, id, "anne"), Finished::yes);
  EXPECT_EQ(registers.finish_task(house, id, "bruno"), Finished::yes);
  EXPECT_THAT(registers.tasks(sight, {}, {}).items, IsEmpty());
  auto const task = registers.task(house, id).value();
  EXPECT_EQ(task.at("done"), true);
  EXPECT_EQ(task.at("done_by"), "anne");
  EXPECT_EQ(registers.finish_task(house, new_uuid(), "anne"), Finished::no_such);
  EXPECT_EQ(registers.finish_task(house, "nothing", "anne"), Finished::no_such);
  EXPECT_FALSE(registers.task(house, new_uuid()));
}

TEST_F(RegistersWork, AMonthlyTaskComesBackOnItsDayEvenAfterAShortMonth) {
  auto const opened = open([](Move& move) {
    auto task = sample_task("ask_cdaph");
    task.due = date("2026-01-31"), task.repeats_monthly = true;
    open_task(move, task);
  });
  std::vector<std::string> dues;
  for (int month = 0; month < 4; ++month) {
    dues.push_back(registers.tasks(sight, {}, {}).items.at(0).at("due"));
    ASSERT_EQ(registers.finish_task(house, id_of_task(), "anne"), Finished::yes);
  }
  EXPECT_THAT(dues, ElementsAre("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"));
  EXPECT_EQ(read(opened.id).tasks.size(), 1U);
  EXPECT_TRUE(read(opened.id).tasks.at(0).repeats_monthly);
}

TEST_F(RegistersWork, ATransmissionIsConfirmedWhenItIsToDoAndEndsItsTask) {
  auto const wanted = sample_transmission("41"), queued = sample_transmission("42", true);
  open([&](Move& move) {
    move.effects.transmissions = {wanted, queued};
    open_task(move, sample_task("transmission", "transmission:" + wanted.id));
  });
  EXPECT_EQ(registers.finish_task(house, id_of_task(), "anne"), Finished::not_this_way);
  auto const confirm = [&](std::string const& id, char const* on, std::optional<std::string> const& proof) {
    return registers.confirm_transmission(house, id, date(on), proof, "anne");
  };
  EXPECT_EQ(confirm(queued.id, "2026-03-03", {}), Finished::not_this_way);
  EXPECT_EQ(confirm(new_uuid(), "2026-03-03", {}), Finished::no_such);
  EXPECT_EQ(confirm(wanted.id, "2026-03-03", "capture 12"), Finished::yes);
  EXPECT_EQ(confirm(wanted.id, "2026-03-03", "capture 12"), Finished::yes) << "the same again";
  EXPECT_EQ(confirm(wanted.id, "2026-03-04", "capture 12"), Finished::not_this_way);
  auto const shown = registers.transmission(house, wanted.id).value();
  EXPECT_EQ(shown.at("status"), "confirmed");
  EXPECT_EQ(shown.at("confirmed_on"), "2026-03-03");
  EXPECT_EQ(shown.at("proof"), "capture 12");
  EXPECT_THAT(registers.tasks(sight, {}, {}).items, IsEmpty());
}

TEST_F(RegistersWork, HistoryTellsEveryEntryOldestFirst) {
  auto const opened = open();
  record(sample_entry(
      opened,
      [](Move& move) {
        move.data = {{"text", "appel"}};
        move.after.places["journey"] = "file_sent";
        move.effects.transmissions = {sample_transmission("42")};
      },
      "2026-03-05T22:30:00.5Z"));
  auto const entries = registers.history(sight, opened.id, {}).value().items;
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].at("event"), "open_case");
  EXPECT_EQ(entries[0].at("from"), Json::object());
  EXPECT_EQ(entries[1],
            (Json{{"seq", 2},
                  {"at", "2026-03-05T23:30:00.500000+01:00"},
                  {"occurred_on", "2026-03-05"},
                  {"event", "add_note"},
                  {"actor", "anne"},
                  {"from", {{"journey", "notified"}, {"life", "open"}}},
                  {"to", {{"journey", "file_sent"}, {"life", "open"}}},
                  {"data", {{"text", "appel"}}},
                  {"effects", {{{"kind", "transmission"}, {"code", "42"}, {"status", "to_do"}}}}}));
  EXPECT_THAT(
      all_pages([&](PageRequest const& page) { return registers.history(sight, opened.id, page).value(); },
                "seq", 1),
      ElementsAre("1", "2"));
  EXPECT_FALSE(registers.history(sight, new_uuid(), {}));
}

TEST_F(RegistersWork, ACaseIsShownAsItWas) {
  auto const task = sample_task("call");
  auto const opened = open([&](Move& move) {
    set_deadline(move, sample_deadline("first_contact", "2026-03-17"));
    open_task(move, task);
    move.effects.transmissions = {sample_transmission("41", true)};
  });
  record(sample_entry(
      opened,
      [&](Move& move) {
        move.after.places["journey"] = "file_sent";
        move.after.deadlines.clear();
        move.effects.deadlines_dropped = opened.deadlines;
        move.effects.tasks_closed = opened.tasks;
        move.effects.transmissions_released = true;
      },
      "2026-03-05T09:00:00Z"));
  auto const at = [&](char const* moment) { return registers.case_at(sight, opened.id, instant(moment)); };
  EXPECT_FALSE(at("2026-03-02T08:59:59Z"));
  auto const then = at("2026-03-05T08:59:59Z").value();
  EXPECT_EQ(then.revision, 1);
  EXPECT_EQ(then.places, opened.places);
  EXPECT_EQ(then.deadlines, opened.deadlines);
  EXPECT_THAT(then.tasks, ElementsAre(task));
  EXPECT_EQ(then.queued.size(), 1U);
  auto const now = at("2026-03-05T09:00:00Z").value();
  EXPECT_EQ(now.revision, 2);
  EXPECT_THAT(now.tasks, IsEmpty());
  EXPECT_THAT(now.queued, IsEmpty());
}

TEST_F(RegistersWork, WholeHistoriesCanBeReadForReplaying) {
  auto const opened = open();
  auto entry = sample_entry(opened, [](Move& move) { move.after.weeks_lost = 3; });
  auto const committee = registers.add_committee(house, {date("2026-03-20")});
  entry.facts = {{"committee", {{"id", committee.at("id")}, {"held_on", committee.at("held_on")}}}};
  record(entry);
  open();
  auto const first = registers.recorded_cases(house, {}, 1);
  auto const rest = registers.recorded_cases(house, first.at(0).current.id, 10);
  ASSERT_EQ(rest.size(), 1U);
  auto const& recorded = first[0].current.id == opened.id ? first[0] : rest[0];
  EXPECT_EQ(recorded.current.revision, 2);
  ASSERT_EQ(recorded.entries.size(), 2U);
  EXPECT_EQ(recorded.entries[1].seq, 2);
  EXPECT_EQ(recorded.entries[1].event, "add_note");
  EXPECT_EQ(recorded.entries[1].at, entry.at);
  EXPECT_EQ(recorded.entries[1].facts, entry.facts);
  EXPECT_EQ(recorded.entries[1].after.weeks_lost, 3);
  EXPECT_EQ(recorded.entries[0].after.places, opened.places);
}

TEST_F(RegistersWork, ANotificationIsKnownAgainByItsDecisionOrByPersonMdphAndDay) {
  auto unopened = unopened_case();
  unopened.notification.national_decision_id = "N-1";
  open_as(unopened);
  NotificationMarks const same{"", "LEFEVRE NOEL", "anaïs", "1990-05-17", "12", "2026-03-02"};
  NotificationMarks const decision{"N-1", "Autre", "Nom", "1991-01-01", "48", "2026-01-01"};
  auto const but = [&](std::string NotificationMarks::*field, char const* value) {
    auto other = same;
    other.*field = value;
    return other;
  };
  std::vector<NotificationMarks> const asked{same,
                                             decision,
                                             but(&NotificationMarks::given_name, "Zoé"),
                                             but(&NotificationMarks::birth_date, "1990-05-18"),
                                             but(&NotificationMarks::mdph, "48"),
                                             but(&NotificationMarks::received_on, "2026-03-03")};
  EXPECT_THAT(registers.familiar_notifications(house, asked),
              ElementsAre(Familiar::notification, Familiar::decision, Familiar::no, Familiar::no,
                          Familiar::no, Familiar::no));
  EXPECT_THAT(registers.familiar_notifications("another", {same}), ElementsAre(Familiar::no));
  auto entry = sample_entry(read(unopened.id));
  entry.closed = true;
  record(entry);
  EXPECT_THAT(registers.familiar_notifications(house, {same, decision}),
              ElementsAre(Familiar::notification, Familiar::no))
      << "a new notification of a known decision opens a case again, the same notification does not";
  EXPECT_THAT(registers.familiar_notifications(house, {}), IsEmpty());
}

}  // namespace jalon::kit
