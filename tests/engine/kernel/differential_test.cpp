#include <gtest/gtest.h>

#include <iostream>

#include "tests/kit/engine/random_walk.hpp"
#include "tests/kit/engine/small_workflows.hpp"
#include "workflows/registry.hpp"

namespace jalon {

namespace {
// The machine and the interpreter go `steps` steps side by side, and fire at least that share of the rows.
void expect_no_difference(Definition const& definition, int steps, double least_share) {
  RandomWalk walk(definition, kit::chosen_seed());
  ASSERT_NO_THROW(walk.take(steps)) << "after " << walk.moves() << " moves";
  auto const missing = walk.rows_never_fired();
  std::cout << definition.id << ": " << walk.moves() << " moves, " << walk.passings() << " passings, "
            << walk.refusals() << " refusals; " << definition.rows.size() - missing.size() << " of "
            << definition.rows.size() << " rows fired\n";
  for (auto const& row : missing) std::cout << "  never fired: " << row << "\n";
  EXPECT_GE(walk.share_of_rows_fired(), least_share);
  EXPECT_GE(walk.moves(), steps / 2) << "the walk was refused too often to say much";
}
}  // namespace

TEST(MachineAndInterpreter, AgreeOverAHundredThousandStepsOfPreorientation) {
#if defined(__SANITIZE_ADDRESS__)  // the sanitized build looks at memory; the release build counts the steps
  constexpr int steps = 10'000;
  constexpr double least_coverage = 0.5;
#else
  constexpr int steps = 100'000;
  constexpr double least_coverage = 0.95;
#endif
  for (auto const& definition : all_workflows()) expect_no_difference(definition, steps, least_coverage);
}

TEST(MachineAndInterpreter, AgreeOnRegionsGuardsAndInterruptions) {
  expect_no_difference(small::lanes(), 20'000, 1);
}

TEST(MachineAndInterpreter, AgreeOnCompositesWithHistory) {
  expect_no_difference(small::house(), 20'000, 1);
}

}  // namespace jalon
