#pragma once
// What every store does when several want the same: one key, one identifier, the last seat.

#include <atomic>
#include <thread>

#include "tests/kit/store_conformance.hpp"

namespace jalon::kit {

// ---- keys and identifiers

TEST_P(StoreConformance, RepeatsTheFirstAnswerOfAKey) {
  auto entry = sample_entry(unopened_case());
  entry.key = "key-1", entry.body_hash = "abc", entry.answer = {{"id", entry.move.after.id}, {"revision", 1}};
  ASSERT_EQ(record(entry), Recorded::yes);
  LoadRequest request;
  request.establishment = house, request.caller = "anne", request.key = "key-1";
  auto const first = world->store().load(request).first_answer.value();
  EXPECT_EQ(first.body_hash, "abc");
  EXPECT_EQ(first.answer, entry.answer);
  request.caller = "somebody else";
  EXPECT_FALSE(world->store().load(request).first_answer);
}

TEST_P(StoreConformance, CommitsOneOfManyThatComeAtOnceWithTheSameKey) {
  std::atomic<int> recorded{0}, refused{0};
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread)
    threads.emplace_back([&, thread] {
      auto entry = sample_entry(unopened_case());
      entry.key = "key-1", entry.body_hash = "abc", entry.answer = {{"revision", 1}};
      std::vector<Entry> one{entry};
      auto& store = thread % 2 == 0 ? world->store() : world->other_store();
      (store.record(one).front() == Recorded::yes ? recorded : refused)++;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(recorded, 1);
  EXPECT_EQ(refused, 7);
}

TEST_P(StoreConformance, AKeyThatIsTakenDoesNotStopTheBatch) {
  auto entry = sample_entry(unopened_case());
  entry.key = "key-1", entry.body_hash = "abc", entry.answer = {{"revision", 1}};
  ASSERT_EQ(record(entry), Recorded::yes);
  auto again = sample_entry(unopened_case());
  again.key = entry.key, again.body_hash = entry.body_hash, again.answer = entry.answer;
  std::vector<Entry> entries{sample_entry(unopened_case()), again, sample_entry(unopened_case())};
  EXPECT_THAT(world->store().record(entries),
              testing::ElementsAre(Recorded::yes, Recorded::conflict, Recorded::yes));
}

TEST_P(StoreConformance, AnswersForGoodWhetherACommandWasRecorded) {
  auto const recorded = sample_entry(unopened_case()), late = sample_entry(unopened_case());
  ASSERT_EQ(record(recorded), Recorded::yes);
  EXPECT_TRUE(world->other_store().was_recorded(house, recorded.command_id));
  EXPECT_FALSE(world->other_store().was_recorded(house, late.command_id));
  EXPECT_EQ(record(late), Recorded::conflict) << "it was given up";
  EXPECT_FALSE(load(late.move.after.id).snapshot);
}

// ---- seats

TEST_P(StoreConformance, GivesASeatBackWhenItIsFreed) {
  auto const one = world->add_session(date("2026-09-07"), 1),
             other = world->add_session(date("2027-01-04"), 1);
  auto const first = open([&](Move& move) { hold_seat(move, {}, one); });
  auto const second = open();
  EXPECT_EQ(record(sample_entry(second, [&](Move& move) { hold_seat(move, {}, one); })),
            Recorded::seat_taken);
  EXPECT_EQ(read(second.id).revision, 1);
  EXPECT_EQ(record(sample_entry(first, [&](Move& move) { hold_seat(move, one, other); })), Recorded::yes);
  EXPECT_EQ(record(sample_entry(second, [&](Move& move) { hold_seat(move, {}, one); })), Recorded::yes);
  EXPECT_EQ(record(sample_entry(read(second.id), [&](Move& move) { hold_seat(move, one, other); })),
            Recorded::seat_taken);
}

TEST_P(StoreConformance, GivesTheLastSeatOfABatchToTheFirst) {
  auto const session = world->add_session(date("2026-09-07"), 2);
  std::vector<Entry> entries;
  for (int i = 0; i < 3; ++i)
    entries.push_back(sample_entry(unopened_case(), [&](Move& move) { hold_seat(move, {}, session); }));
  entries.push_back(sample_entry(unopened_case()));
  EXPECT_THAT(world->store().record(entries),
              testing::ElementsAre(Recorded::yes, Recorded::yes, Recorded::seat_taken, Recorded::yes));
}

TEST_P(StoreConformance, NeverGivesMoreSeatsThanThereAre) {
  auto const one = world->add_session(date("2026-09-07"), 5),
             other = world->add_session(date("2027-01-04"), 5);
  std::atomic<int> taken{0}, refused{0};
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread)
    threads.emplace_back([&, thread] {
      auto& store = thread % 2 == 0 ? world->store() : world->other_store();
      for (int round = 0; round < 3; ++round) {
        std::vector<Entry> entries;  // two sessions in both orders
        for (auto const& session : thread % 3 == 0 ? std::vector{one, other} : std::vector{other, one})
          entries.push_back(sample_entry(unopened_case(), [&](Move& move) { hold_seat(move, {}, session); }));
        for (auto const outcome : store.record(entries)) (outcome == Recorded::yes ? taken : refused)++;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(taken, 10);
  EXPECT_EQ(refused, 38);
  LoadRequest request;
  request.establishment = house, request.session = one;
  EXPECT_EQ(world->store().load(request).facts.session.value().taken, 5);
}

}  // namespace jalon::kit
