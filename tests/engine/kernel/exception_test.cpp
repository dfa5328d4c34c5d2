#include <gtest/gtest.h>

#include "tests/kit/engine/move_text.hpp"
#include "tests/kit/engine/small_workflows.hpp"
#include "tests/kit/engine/world.hpp"

namespace jalon {

namespace {
class AnActionThatThrows : public testing::Test {
 protected:
  AnActionThatThrows() {
    world_.act_as({Role::coordinator});
    case_ = kit::unopened_case(definition_);
    case_.revision = 1;
    case_.places = {{"first", "x"}, {"second", "closed"}};
    case_.entered = {{"first", world_.today}, {"second", world_.today}};
  }
  Decision go(int n) {
    Command command;
    command.event = "go", command.data = {{"n", n}};
    return decide(definition_, case_, command, world_.surroundings());
  }
  void expect_untouched() const {
    EXPECT_EQ(case_.revision, 1);
    EXPECT_EQ(case_.places, (std::map<std::string, std::string>{{"first", "x"}, {"second", "closed"}}));
    EXPECT_EQ(case_.data, (Json{{"count", 0}, {"log", Json::array()}}));
    EXPECT_TRUE(case_.tasks.empty());
  }

  Definition definition_ = small::mishap();
  kit::World world_;
  Snapshot case_;
};
}  // namespace

TEST_F(AnActionThatThrows, LetsTheExceptionOutAndChangesNothing) {
  EXPECT_THROW(go(6), std::runtime_error);
  expect_untouched();
}

TEST_F(AnActionThatThrows, MayThrowWhatIsNoStandardException) {
  EXPECT_THROW(go(9), int);
  expect_untouched();
}

TEST_F(AnActionThatThrows, DoesNotSpoilTheNextStep) {
  auto const alone = text_of(go(1));
  EXPECT_THROW(go(9), int);
  EXPECT_THROW(go(6), std::runtime_error);
  auto const decision = go(1);
  EXPECT_EQ(text_of(decision), alone);
  auto const& move = std::get<Move>(decision);
  EXPECT_EQ(move.after.places.at("first"), "y");
  EXPECT_EQ(move.after.places.at("second"), "open");
  EXPECT_EQ(move.rows, (std::vector<std::string>{"x.go.y", "closed.go.open"}));
}

}  // namespace jalon
