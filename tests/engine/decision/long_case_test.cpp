#include <gtest/gtest.h>

#include "tests/kit/engine/world.hpp"
#include "workflows/registry.hpp"

namespace jalon {

namespace {
Move done(Decision decision) {
  return std::get<Move>(std::move(decision));
}
}  // namespace

// A list in an event's data is bounded at the door; what a case has gathered over the years is not.
TEST(ACase, CanBeReadHoweverMuchItHasGathered) {
  Definition const& definition = all_workflows().front();
  kit::World world;
  world.act_as({Role::admin_assistant});
  Command command;
  command.event = "open_case", command.data = kit::opening_data("paper", world.today);
  auto now = done(decide(definition, kit::unopened_case(definition), command, world.surroundings())).after;
  command.event = "schedule_interview", command.data = {{"on", "2026-02-02"}};
  for (int i = 0; i < 300; ++i) {
    ASSERT_NO_THROW(now = done(decide(definition, now, command, world.surroundings())).after) << i;
    now.tasks.clear();
  }
  EXPECT_EQ(now.data["interviews"].size(), 300U);
}

}  // namespace jalon
