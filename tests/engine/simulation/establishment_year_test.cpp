// Years in which processes die and answers are lost.
#include "engine/simulation/establishment_year.hpp"

#include <gmock/gmock.h>

#include "engine/simulation/promises.hpp"
#include "tests/kit/sample_case.hpp"
#include "workflows/registry.hpp"

namespace jalon {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

struct Told {
  std::string journal;
  SimulationReport report;
};

Told live(unsigned seed, double crashes) {
  Told told;
  SimulationOptions options;
  options.years = 2, options.seed = seed, options.crashes = crashes;
  options.notifications_a_week = 2;
  told.report =
      simulate(all_workflows(), options, [&](std::string const& line) { told.journal += line + "\n"; });
  return told;
}

TEST(Simulation, TheSameSeedGivesTheSameJournalToTheByteWithCrashesAndWithout) {
  for (double const crashes : {0.0, 0.2}) EXPECT_EQ(live(7, crashes).journal, live(7, crashes).journal);
  EXPECT_NE(live(7, 0.2).journal, live(8, 0.2).journal);
}

TEST(Simulation, WhateverCrashesNothingIsLostOrDoneTwice) {
  std::string journals;
  for (unsigned seed = 1; seed <= 10; ++seed) {
    auto const told = live(seed, 0.3);
    EXPECT_GT(told.report.crashes, 50U) << "seed " << seed;
    EXPECT_THAT(told.report.broken, IsEmpty()) << "seed " << seed;
    for (auto const& each : told.report.discrepancies)
      ADD_FAILURE() << "seed " << seed << ": " << each.message();
    journals += told.journal;
  }
  for (auto const* mishap : {"écriture perdue", "réponse de l'écriture perdue", "mort avant l'écriture\n",
                             "mort après l'écriture\n", "mort avant l'écriture des échéances",
                             "mort après l'écriture des échéances"})
    EXPECT_THAT(journals, HasSubstr(mishap));
}

TEST(Simulation, WithoutCrashesNoneIsToldOf) {
  auto const told = live(1, 0);
  EXPECT_EQ(told.report.crashes, 0U);
  EXPECT_THAT(told.report.broken, IsEmpty());
  EXPECT_THAT(told.report.discrepancies, IsEmpty());
}

TEST(Promises, ACommandThatIsLostOrDoneTwiceIsNoticed) {
  SimulatedStore store(kit::instant("2026-03-02T09:00:00Z"));
  EXPECT_THAT(broken_promises(all_workflows(), store, 0), IsEmpty());
  EXPECT_THAT(broken_promises(all_workflows(), store, 1), testing::SizeIs(1));
}

TEST(Promises, ASessionThatCountsSeatsNobodyHoldsIsNoticed) {
  SimulatedStore store(kit::instant("2026-03-02T09:00:00Z"));
  store.add_session({kit::new_uuid(), kit::date("2026-09-07"), 14, {}, 8, 1});
  EXPECT_THAT(broken_promises(all_workflows(), store, 0), testing::SizeIs(1));
}

}  // namespace
}  // namespace jalon
