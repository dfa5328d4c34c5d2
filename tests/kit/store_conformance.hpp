#pragma once
// What every store of cases does, in PostgreSQL or simulated; with store_contention_conformance.hpp and
// due_work_conformance.hpp. Include them in one test file of a kind of store and say how to make its world:
//
//     INSTANTIATE_TEST_SUITE_P(Postgres, StoreConformance, testing::Values(make_world));

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/kit/sample_case.hpp"
#include "tests/kit/store_world.hpp"

namespace jalon::kit {

class StoreConformance : public testing::TestWithParam<MakeWorld> {
 protected:
  std::unique_ptr<StoreWorld> world = GetParam()();

  void SetUp() override { world->show_clock(instant("2026-03-02T09:00:00Z")); }

  Loaded load(std::string const& id) {
    LoadRequest request;
    request.establishment = house;
    request.case_id = id;
    return world->store().load(request);
  }
  Snapshot read(std::string const& id) { return load(id).snapshot.value(); }

  Recorded record(Entry entry) {
    std::vector<Entry> one{std::move(entry)};
    return world->store().record(one).front();
  }

  // The case as it stands after opening with this change.
  Snapshot open(Change const& change = {}) {
    auto entry = sample_entry(unopened_case(), change);
    EXPECT_EQ(record(entry), Recorded::yes);
    return read(entry.move.after.id);
  }
};

TEST_P(StoreConformance, OpensACaseAndReadsItBackWhole) {
  auto const before = unopened_case();
  auto entry = sample_entry(before, [](Move& move) {
    set_deadline(move, sample_deadline("first_contact", "2026-03-17"));
    open_task(move, sample_task("call"));
  });
  entry.move.after.weeks_lost = 2;
  ASSERT_EQ(record(entry), Recorded::yes);
  auto const after = read(before.id);
  auto const& expected = entry.move.after;
  EXPECT_EQ(after.id, before.id);
  EXPECT_EQ(after.reference, "2026-0001");
  EXPECT_EQ(after.workflow, "sample");
  EXPECT_EQ(after.definition_version, 1);
  EXPECT_EQ(after.revision, 1);
  EXPECT_EQ(after.places, expected.places);
  EXPECT_EQ(after.entered, expected.entered);
  EXPECT_EQ(write_described(after.person), write_described(expected.person));
  EXPECT_EQ(write_described(after.notification), write_described(expected.notification));
  EXPECT_EQ(after.data, expected.data);
  EXPECT_EQ(after.weeks_lost, 2);
  EXPECT_EQ(after.deadlines, expected.deadlines);
  EXPECT_EQ(after.tasks, expected.tasks);
  EXPECT_TRUE(after.queued.empty());
}

TEST_P(StoreConformance, KnowsNoCaseThatIsNotThere) {
  EXPECT_FALSE(load(new_uuid()).snapshot);
  EXPECT_FALSE(load("not-an-identifier").snapshot);
  auto const snapshot = open();
  LoadRequest elsewhere;
  elsewhere.establishment = "another";
  elsewhere.case_id = snapshot.id;
  EXPECT_FALSE(world->store().load(elsewhere).snapshot);
}

TEST_P(StoreConformance, ShowsTheClockOfRecord) {
  world->show_clock(instant("2026-07-01T08:00:00.25Z"));
  EXPECT_EQ(load("").now, instant("2026-07-01T08:00:00.25Z"));
}

TEST_P(StoreConformance, NumbersTheCasesOfEachYearInParisInTheirOrder) {
  std::vector<Entry> entries{sample_entry(unopened_case(), {}, "2026-12-31T22:59:59Z"),
                             sample_entry(unopened_case(), {}, "2026-12-31T23:00:00Z"),
                             sample_entry(unopened_case(), {}, "2026-12-31T22:59:59Z")};
  EXPECT_THAT(world->store().record(entries), testing::Each(Recorded::yes));
  EXPECT_EQ(entries[0].move.after.reference, "2026-0001");
  EXPECT_EQ(entries[1].move.after.reference, "2027-0001");
  EXPECT_EQ(entries[2].move.after.reference, "2026-0002");
  std::vector<Entry> later{sample_entry(unopened_case())};
  world->store().record(later);
  EXPECT_EQ(later[0].move.after.reference, "2026-0003");
}

TEST_P(StoreConformance, OpensACaseOnce) {
  auto const unopened = unopened_case();
  EXPECT_EQ(record(sample_entry(unopened)), Recorded::yes);
  EXPECT_EQ(record(sample_entry(unopened)), Recorded::conflict);
  EXPECT_EQ(read(unopened.id).revision, 1);
}

TEST_P(StoreConformance, RecordsNothingOnAnOldRevision) {
  auto const first = open();
  ASSERT_EQ(record(sample_entry(first,
                                [](Move& move) {
                                  move.after.data = {{"note", "one"}};
                                })),
            Recorded::yes);
  auto const stale = sample_entry(first, [](Move& move) {
    move.after.data = {{"note", "two"}};
    set_deadline(move, sample_deadline("first_contact", "2026-03-17"));
    open_task(move, sample_task("call"));
  });
  EXPECT_EQ(record(stale), Recorded::conflict);
  auto const now = read(first.id);
  EXPECT_EQ(now.revision, 2);
  EXPECT_EQ(now.data, (Json{{"note", "one"}}));
  EXPECT_TRUE(now.deadlines.empty());
  EXPECT_TRUE(now.tasks.empty());
  EXPECT_FALSE(world->store().was_recorded(house, stale.command_id));
}

TEST_P(StoreConformance, RecordsOfABatchWhatItCan) {
  auto const moved = open(), still = open();
  ASSERT_EQ(record(sample_entry(moved)), Recorded::yes);
  std::vector<Entry> entries{sample_entry(still), sample_entry(moved), sample_entry(unopened_case()),
                             sample_entry(still)};
  EXPECT_THAT(world->store().record(entries),
              testing::ElementsAre(Recorded::yes, Recorded::conflict, Recorded::yes, Recorded::conflict));
  EXPECT_EQ(read(still.id).revision, 2);
  EXPECT_EQ(read(moved.id).revision, 2);
  EXPECT_EQ(entries[2].move.after.reference, "2026-0003");
}

TEST_P(StoreConformance, RecordsAThousandEntriesAtOnce) {
  std::vector<Entry> openings;
  for (int i = 0; i < 1000; ++i) openings.push_back(sample_entry(unopened_case()));
  EXPECT_THAT(world->store().record(openings), testing::Each(Recorded::yes));
  EXPECT_EQ(openings.back().move.after.reference, "2026-1000");
}

TEST_P(StoreConformance, MovesAndDropsDeadlines) {
  auto const opened = open([](Move& move) {
    set_deadline(move, sample_deadline("meeting", "2026-03-17", 1));
    set_deadline(move, sample_deadline("meeting", "2026-03-27", 2));
  });
  auto moved = opened.deadlines.at(0);
  moved.date = {date("2026-04-01"), date("2026-04-02"), "déplacée"};
  moved.frozen = true;
  ASSERT_EQ(record(sample_entry(opened,
                                [&](Move& move) {
                                  set_deadline(move, moved);
                                  move.effects.deadlines_dropped.push_back(opened.deadlines.at(1));
                                })),
            Recorded::yes);
  EXPECT_THAT(read(opened.id).deadlines, testing::ElementsAre(moved));
}

TEST_P(StoreConformance, KeepsOneOpenTaskForADeadline) {
  auto const opened = open([](Move& move) { open_task(move, sample_task("overdue", "deadline:seat")); });
  ASSERT_EQ(record(sample_entry(opened,
                                [](Move& move) {
                                  open_task(move, sample_task("overdue", "deadline:seat"));
                                  open_task(move, sample_task("call"));
                                })),
            Recorded::yes);
  auto const both = read(opened.id);
  EXPECT_EQ(both.tasks.size(), 2U);
  ASSERT_EQ(record(sample_entry(both, [&](Move& move) { move.effects.tasks_closed = both.tasks; })),
            Recorded::yes);
  EXPECT_TRUE(read(opened.id).tasks.empty());
}

TEST_P(StoreConformance, QueuesTransmissionsUntilTheyAreReleased) {
  auto const opened = open([](Move& move) {
    move.effects.transmissions = {sample_transmission("41", true), sample_transmission("42", true)};
  });
  ASSERT_EQ(opened.queued.size(), 2U);
  EXPECT_EQ(opened.queued[0].code, "41");
  EXPECT_EQ(opened.queued[1].code, "42");
  ASSERT_EQ(record(sample_entry(opened,
                                [](Move& move) {
                                  move.effects.transmissions_released = true;
                                  move.effects.transmissions = {sample_transmission("72")};
                                })),
            Recorded::yes);
  EXPECT_TRUE(read(opened.id).queued.empty());
}

TEST_P(StoreConformance, ShowsACaseAsItWasAfterAnEntry) {
  auto const first =
      open([](Move& move) { set_deadline(move, sample_deadline("first_contact", "2026-03-17")); });
  auto entry = sample_entry(first, [&](Move& move) {
    move.after.places["journey"] = "file_sent";
    move.after.data = {{"note", "later"}};
    move.after.deadlines.clear();
    move.effects.deadlines_dropped = first.deadlines;
  });
  ASSERT_EQ(record(entry), Recorded::yes);
  LoadRequest request;
  request.establishment = house, request.case_id = first.id, request.back_to = 1;
  auto const then = world->store().load(request).then.value();
  EXPECT_EQ(then.id, first.id);
  EXPECT_EQ(then.revision, 1);
  EXPECT_EQ(then.places, first.places);
  EXPECT_EQ(then.data, first.data);
  EXPECT_EQ(then.deadlines, first.deadlines);
  request.back_to = 9;
  EXPECT_FALSE(world->store().load(request).then);
}

TEST_P(StoreConformance, KnowsWhatACommandPointsTo) {
  auto const other = open();
  world->add_account("anne");
  LoadRequest request;
  request.establishment = house;
  request.session = world->add_session(date("2026-09-07"), 3);
  request.committee = world->add_committee(date("2026-06-11"));
  request.other_case = other.id, request.account = "anne";
  auto const facts = world->store().load(request).facts;
  EXPECT_EQ(facts.session.value().id, *request.session);
  EXPECT_EQ(facts.session->entry_on, date("2026-09-07"));
  EXPECT_EQ(facts.session->capacity, 3);
  EXPECT_EQ(facts.session->taken, 0);
  EXPECT_EQ(facts.committee.value().held_on, date("2026-06-11"));
  EXPECT_TRUE(facts.other_case_exists);
  EXPECT_TRUE(facts.account_exists);

  request.session = request.committee = request.other_case = new_uuid(), request.account = "nobody";
  auto const nothing = world->store().load(request).facts;
  EXPECT_FALSE(nothing.session);
  EXPECT_FALSE(nothing.committee);
  EXPECT_FALSE(nothing.other_case_exists);
  EXPECT_FALSE(nothing.account_exists);
}

}  // namespace jalon::kit
