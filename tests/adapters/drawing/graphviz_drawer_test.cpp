// Pictures drawn by Graphviz.
#include "adapters/drawing/graphviz_drawer.hpp"

#include <gtest/gtest.h>

namespace jalon::drawing {

TEST(GraphvizDrawer, GivesOneElementToStandInAPageWithTheClassesAsked) {
  auto const picture = GraphvizDrawer().draw("digraph g { a [class=\"here\"]; a -> b; }");
  EXPECT_EQ(picture.find("<svg"), 0U);
  EXPECT_NE(picture.find("class=\"node here\""), std::string::npos);
  EXPECT_EQ(picture.find("style="), std::string::npos) << "the pages' policy forbids styles in elements";
}

TEST(GraphvizDrawer, RefusesWhatIsNoGraphAndWhatTakesTooLong) {
  EXPECT_THROW(GraphvizDrawer().draw("digraph {"), DrawingFailed);
  GraphvizDrawer const hurried({std::chrono::milliseconds(1), std::size_t(1) << 30, std::size_t(1) << 20});
  EXPECT_THROW(hurried.draw("digraph g { a -> b; }"), DrawingFailed);
}

}  // namespace jalon::drawing
