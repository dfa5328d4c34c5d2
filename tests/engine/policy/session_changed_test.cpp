// A case that holds a seat hears of its session's pre-reception.
#include "tests/engine/policy/policy_case.hpp"

namespace jalon {

using kit::day;
using kit::PolicyCase;

namespace {

struct Seated : PolicyCase {
  using PolicyCase::PolicyCase;

  std::optional<Move> seen(std::optional<Date> pre_reception_on, char const* session = nullptr) {
    auto const id = session ? session : snapshot().data.at("seat").at("session").get<std::string>();
    world().facts.session = SessionFact{id, day("2026-09-07"), 14, pre_reception_on, 8, 1};
    return see_session(all_workflows().front(), snapshot(), world().surroundings());
  }
};

DeadlineRecord const& pre_reception_of(Snapshot const& snapshot) {
  for (auto const& record : snapshot.deadlines)
    if (record.id == "pre_reception") return record;
  throw std::runtime_error("no pre-reception is awaited");
}

}  // namespace

TEST(ASessionsPreReception, MovesTheDeadlineOfWhoHasASeat) {
  Seated story(starts::admitted);
  auto const move = story.seen(day("2026-08-26"));
  ASSERT_TRUE(move);
  EXPECT_EQ(move->event, "session_changed");
  EXPECT_EQ(move->after.data.at("seat").at("pre_reception_on"), "2026-08-26");
  EXPECT_EQ(pre_reception_of(move->after).date.due, day("2026-08-26"));
  EXPECT_EQ(move->data.at("moved").size(), 1U);
  EXPECT_EQ(move->seat_before, move->seat_after);
  EXPECT_EQ(move->after.places, story.snapshot().places);
}

TEST(ASessionsPreReception, IsNothingNewForWhoKnowsItOrHasAnotherSeat) {
  Seated story(starts::admitted);
  EXPECT_FALSE(story.seen(std::nullopt));
  EXPECT_FALSE(story.seen(day("2026-08-26"), "00000000-0000-4000-8000-000000000000"));
}

TEST(ASessionsPreReception, LeavesWhatHasPassedWhereItIs) {
  Seated story(starts::admitted + R"(
    on 2026-08-08 | | admitted | task:overdue overdue=pre_reception
  )");
  auto const due = pre_reception_of(story.snapshot()).date.due;
  auto const move = story.seen(day("2026-08-26"));
  ASSERT_TRUE(move);
  EXPECT_EQ(pre_reception_of(move->after).date.due, due);
  EXPECT_TRUE(move->data.at("moved").empty());
}

}  // namespace jalon
