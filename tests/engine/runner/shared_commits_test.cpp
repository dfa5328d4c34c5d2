#include "engine/runner/shared_commits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <latch>
#include <thread>

namespace jalon {
namespace {

Entry entry_of(std::string case_id) {
  Entry entry;
  entry.move.after.id = std::move(case_id);
  return entry;
}

// Holds the first call until it is let go, so that the next ones gather. Refuses a list with a case « bad ».
class GatedStore : public CaseStore {
 public:
  Loaded load(LoadRequest const&) override { return {}; }
  bool was_recorded(std::string const&, std::string const&) override { return false; }

  std::vector<Recorded> record(std::vector<Entry>& entries) override {
    in_force.push_back(EstablishmentScope::current());
    if (sizes.empty()) {
      sizes.push_back(entries.size());
      entered.count_down();
      gate.wait();
      return std::vector<Recorded>(entries.size(), Recorded::yes);
    }
    sizes.push_back(entries.size());
    return answer(entries);
  }

  std::latch entered{1}, gate{1};
  std::vector<std::size_t> sizes;
  std::vector<std::string> in_force;
  bool in_doubt = false;

 private:
  std::vector<Recorded> answer(std::vector<Entry>& entries) {
    if (in_doubt) throw CommitInDoubt("the connection broke");
    std::vector<Recorded> outcomes;
    for (auto& entry : entries) {
      auto& after = entry.move.after;
      if (after.id == "bad") throw std::runtime_error("a violated constraint");
      after.reference = "reference of " + after.id;
      outcomes.push_back(after.id == "moved" ? Recorded::conflict : Recorded::yes);
    }
    return outcomes;
  }
};

struct Command {
  std::string case_id, reference;
  std::optional<Recorded> outcome;
  std::string failure;
};

// Of « here:a » « here »; of « a » none.
std::string establishment_of(std::string const& case_id) {
  auto const colon = case_id.find(':');
  return colon == std::string::npos ? "" : case_id.substr(0, colon);
}

// One command is being written while all the others come.
std::vector<Command> come_together(GatedStore& store, std::vector<std::string> const& case_ids) {
  SharedCommits commits(store, 1);
  std::vector<Command> commands;
  for (auto const& id : case_ids) commands.push_back({id, "", {}, ""});
  std::vector<std::thread> threads;
  threads.emplace_back([&] {
    std::vector<Entry> first{entry_of("first")};
    commits.record(first);
  });
  store.entered.wait();
  for (auto& command : commands)
    threads.emplace_back([&] {
      EstablishmentScope const scope(establishment_of(command.case_id));
      std::vector<Entry> entries{entry_of(command.case_id)};
      try {
        command.outcome = commits.record(entries).at(0);
      } catch (std::exception const& failure) {
        command.failure = failure.what();
      }
      command.reference = entries.front().move.after.reference;
    });
  while (commits.waiting() < case_ids.size()) std::this_thread::yield();
  store.gate.count_down();
  for (auto& thread : threads) thread.join();
  return commands;
}

TEST(SharedCommits, CommandsThatComeTogetherShareOneCommit) {
  GatedStore store;
  for (auto const& command : come_together(store, {"c", "a", "b", "d"})) {
    EXPECT_EQ(command.outcome, Recorded::yes);
    EXPECT_EQ(command.reference, "reference of " + command.case_id);
  }
  EXPECT_EQ(store.sizes, (std::vector<std::size_t>{1, 4}));
}

TEST(SharedCommits, EachCommandKeepsItsOwnOutcome) {
  GatedStore store;
  auto const commands = come_together(store, {"b", "moved", "a"});
  EXPECT_EQ(commands[0].outcome, Recorded::yes);
  EXPECT_EQ(commands[1].outcome, Recorded::conflict);
  EXPECT_EQ(commands[2].outcome, Recorded::yes);
}

TEST(SharedCommits, WhatTheDatabaseRefusesFailsAlone) {
  GatedStore store;
  auto const commands = come_together(store, {"a", "bad", "c"});
  EXPECT_EQ(commands[0].outcome, Recorded::yes);
  EXPECT_EQ(commands[1].outcome, std::nullopt);
  EXPECT_EQ(commands[1].failure, "a violated constraint");
  EXPECT_EQ(commands[2].outcome, Recorded::yes);
  EXPECT_EQ(commands[2].reference, "reference of c");
}

TEST(SharedCommits, AnUnknownOutcomeIsUnknownToAllAndNothingIsWrittenAgain) {
  GatedStore store;
  store.in_doubt = true;
  for (auto const& command : come_together(store, {"a", "b"}))
    EXPECT_EQ(command.failure, "the connection broke");
  EXPECT_EQ(store.sizes, (std::vector<std::size_t>{1, 2}));
}

TEST(SharedCommits, ManyThreadsAllGetTheirAnswers) {
  GatedStore store;
  store.gate.count_down();
  SharedCommits commits(store, 1, 8);
  std::vector<std::thread> threads;
  std::atomic<int> recorded = 0;
  for (int thread = 0; thread < 16; ++thread)
    threads.emplace_back([&, thread] {
      for (int round = 0; round < 200; ++round) {
        std::vector<Entry> entries{entry_of(std::to_string(thread) + "/" + std::to_string(round))};
        recorded += commits.record(entries).at(0) == Recorded::yes;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(recorded, 16 * 200);
  EXPECT_EQ(commits.waiting(), 0U);
}

TEST(SharedCommits, AreOfOneEstablishmentEach) {
  GatedStore store;
  auto const commands = come_together(store, {"here:a", "there:b", "here:c", "there:d"});
  for (auto const& command : commands) EXPECT_EQ(command.outcome, Recorded::yes);
  EXPECT_EQ(store.sizes, (std::vector<std::size_t>{1, 2, 2}));
  store.in_force.erase(store.in_force.begin());
  std::sort(store.in_force.begin(), store.in_force.end());
  EXPECT_EQ(store.in_force, (std::vector<std::string>{"here", "there"}));
}

}  // namespace
}  // namespace jalon
