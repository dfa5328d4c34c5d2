#pragma once
// How every store lets deadlines pass.

#include <set>
#include <stdexcept>

#include "tests/kit/store_conformance.hpp"

namespace jalon::kit {

class DueWorkConformance : public StoreConformance {
 protected:
  struct Fired {
    std::string case_id, deadline;
    bool operator==(Fired const&) const = default;
  };
  std::vector<Fired> fired;

  DueWork::Decide passing() {
    return [this](Instant now, std::vector<DueDeadline> const& claimed) {
      std::vector<Entry> entries;
      for (auto const& due : claimed) {
        fired.push_back({due.snapshot.id, due.deadline});
        entries.push_back(passing_entry(due.snapshot, due.deadline, due.number, now));
      }
      return entries;
    };
  }
};

TEST_P(DueWorkConformance, ADeadlinePassesAtTheFirstMomentAfterItsLastDay) {
  auto const opened = open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-17")); });
  EXPECT_EQ(world->due_work().next_due().due, instant("2026-03-17T23:00:00Z"));
  world->show_clock(instant("2026-03-17T22:59:59Z"));
  EXPECT_EQ(world->due_work().fire_due({100}, passing()), 0U);
  world->show_clock(instant("2026-03-17T23:00:00Z"));
  EXPECT_EQ(world->due_work().fire_due({100}, passing()), 1U);
  auto const after = read(opened.id);
  EXPECT_EQ(after.revision, 2);
  EXPECT_TRUE(after.deadlines.at(0).passed);
  EXPECT_EQ(after.tasks.size(), 1U);
  EXPECT_EQ(world->due_work().fire_due({100}, passing()), 0U) << "it passes once";
  EXPECT_FALSE(world->due_work().next_due().due);
}

TEST_P(DueWorkConformance, TellsWhatIsClaimedAndWhen) {
  auto const opened = open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-07-14", 3)); });
  world->show_clock(instant("2026-08-01T10:00:00Z"));
  world->due_work().fire_due({100}, [&](Instant now, std::vector<DueDeadline> const& claimed) {
    EXPECT_EQ(now, instant("2026-08-01T10:00:00Z"));
    EXPECT_EQ(claimed.at(0).establishment, house);
    EXPECT_EQ(claimed.at(0).deadline, "seat");
    EXPECT_EQ(claimed.at(0).number, 3);
    EXPECT_EQ(claimed.at(0).fires_at, instant("2026-07-15T00:00:00+02:00"));
    EXPECT_EQ(claimed.at(0).snapshot.id, opened.id);
    EXPECT_EQ(claimed.at(0).snapshot.deadlines, opened.deadlines);
    return std::vector<Entry>{};
  });
}

TEST_P(DueWorkConformance, FiresTheEarliestFirstAndOneOfACaseAtATime) {
  auto const later = open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-19")); });
  auto const twice = open([](Move& move) {
    set_deadline(move, sample_deadline("documents", "2026-03-18"));
    set_deadline(move, sample_deadline("contract", "2026-03-17"));
  });
  world->show_clock(instant("2026-04-01T09:00:00Z"));
  EXPECT_EQ(world->due_work().fire_due({100}, passing()), 2U);
  EXPECT_EQ(world->due_work().fire_due({100}, passing()), 1U);
  EXPECT_THAT(fired, testing::ElementsAre(Fired{twice.id, "contract"}, Fired{later.id, "seat"},
                                          Fired{twice.id, "documents"}));
}

TEST_P(DueWorkConformance, HistoryTellsWhatHadPassedAfterEachEntry) {
  auto const opened = open([](Move& move) {
    set_deadline(move, sample_deadline("contract", "2026-03-17"));
    set_deadline(move, sample_deadline("seat", "2026-03-19"));
  });
  world->show_clock(instant("2026-04-01T09:00:00Z"));
  EXPECT_EQ(world->due_work().fire_due({100}, passing()), 1U);
  EXPECT_EQ(world->due_work().fire_due({100}, passing()), 1U);
  auto const passed_after = [&](int seq) {
    LoadRequest request;
    request.establishment = house, request.case_id = opened.id, request.back_to = seq;
    std::map<std::string, bool> passed;
    auto const then = world->store().load(request).then.value();
    EXPECT_EQ(then.places, opened.places);
    EXPECT_EQ(then.data, opened.data);
    for (auto const& record : then.deadlines) passed[record.id] = record.passed;
    return passed;
  };
  using Passed = std::map<std::string, bool>;
  EXPECT_EQ(passed_after(1), (Passed{{"contract", false}, {"seat", false}}));
  EXPECT_EQ(passed_after(2), (Passed{{"contract", true}, {"seat", false}}));
  EXPECT_EQ(passed_after(3), (Passed{{"contract", true}, {"seat", true}}));
}

TEST_P(DueWorkConformance, LeavesWhatIsFrozen) {
  open([](Move& move) {
    auto record = sample_deadline("seat", "2026-03-17");
    record.frozen = true;
    set_deadline(move, record);
  });
  world->show_clock(instant("2026-04-01T09:00:00Z"));
  EXPECT_EQ(world->due_work().fire_due({100}, passing()), 0U);
}

TEST_P(DueWorkConformance, ADeadlineSetAnewPassesAnew) {
  auto const opened = open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-17")); });
  world->show_clock(instant("2026-04-01T09:00:00Z"));
  ASSERT_EQ(world->due_work().fire_due({100}, passing()), 1U);
  ASSERT_EQ(record(sample_entry(read(opened.id),
                                [](Move& move) {
                                  move.effects.tasks_closed = move.after.tasks;
                                  set_deadline(move, sample_deadline("seat", "2026-04-10"));
                                })),
            Recorded::yes);
  EXPECT_EQ(world->due_work().fire_due({100}, passing()), 0U);
  world->show_clock(instant("2026-04-11T09:00:00Z"));
  EXPECT_EQ(world->due_work().fire_due({100}, passing()), 1U);
}

TEST_P(DueWorkConformance, WhatNobodyCanDecideStaysDueAndHoldsUpNothing) {
  auto const bad = open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-17")); });
  auto const good = open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-18")); });
  world->show_clock(instant("2026-04-01T09:00:00Z"));
  auto const but_bad = [&](Instant now, std::vector<DueDeadline> const& claimed) {
    auto entries = passing()(now, claimed);
    std::erase_if(entries, [&](Entry const& entry) { return entry.move.after.id == bad.id; });
    return entries;
  };
  EXPECT_EQ(world->due_work().fire_due({1}, but_bad), 1U);
  EXPECT_EQ(world->due_work().fire_due({1}, but_bad), 1U);
  EXPECT_EQ(world->due_work().fire_due({1}, but_bad), 0U) << "the undecided one is put off";
  EXPECT_FALSE(read(bad.id).deadlines.at(0).passed);
  EXPECT_TRUE(read(good.id).deadlines.at(0).passed);
}

TEST_P(DueWorkConformance, NothingIsWrittenWhenTheDecisionThrows) {
  auto const opened = open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-17")); });
  world->show_clock(instant("2026-04-01T09:00:00Z"));
  EXPECT_THROW(world->due_work().fire_due(
                   {10}, [](auto, auto const&) -> std::vector<Entry> { throw std::domain_error("decide"); }),
               std::domain_error);
  EXPECT_EQ(world->due_work().fire_due({10}, passing()), 1U);
  EXPECT_EQ(read(opened.id).revision, 2);
}

TEST_P(DueWorkConformance, TwoProcessesNeverFireOneDeadlineTwice) {
  std::vector<Entry> openings;
  for (int i = 0; i < 200; ++i)
    openings.push_back(sample_entry(
        unopened_case(), [](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-17")); }));
  world->store().record(openings);
  world->show_clock(instant("2026-04-01T09:00:00Z"));
  // While the first holds its batch, the second claims another one.
  std::vector<std::string> first, second;
  auto const note = [](std::vector<std::string>& names, auto const& claimed) {
    for (auto const& due : claimed) names.push_back(due.snapshot.id);
  };
  world->due_work().fire_due({80}, [&](Instant now, std::vector<DueDeadline> const& claimed) {
    note(first, claimed);
    world->other_due_work().fire_due({80}, [&](Instant then, std::vector<DueDeadline> const& others) {
      note(second, others);
      return passing()(then, others);
    });
    return passing()(now, claimed);
  });
  EXPECT_EQ(first.size(), 80U);
  EXPECT_EQ(second.size(), 80U);
  EXPECT_EQ(world->due_work().fire_due({80}, passing()), 40U);
  std::set<std::string> distinct;
  for (auto const& one : fired) distinct.insert(one.case_id);
  EXPECT_EQ(fired.size(), 200U);
  EXPECT_EQ(distinct.size(), 200U);
}

TEST_P(DueWorkConformance, ThePartsTogetherAreAllOfThemOnceEach) {
  std::vector<Entry> openings;
  for (int i = 0; i < 30; ++i)
    openings.push_back(sample_entry(
        unopened_case(), [](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-17")); }));
  world->store().record(openings);
  world->show_clock(instant("2026-04-01T09:00:00Z"));
  std::size_t claimed = 0;
  for (std::size_t part = 0; part < 3; ++part)
    claimed += world->due_work().fire_due({100, part, 3}, passing());
  EXPECT_EQ(claimed, 30U);
  std::set<std::string> distinct;
  for (auto const& one : fired) distinct.insert(one.case_id);
  EXPECT_EQ(distinct.size(), 30U);
}

}  // namespace jalon::kit
