// Deadlines counted as the establishment set them, and running dates counted anew.
#include "tests/engine/policy/policy_case.hpp"

namespace jalon {

using kit::day;
using kit::PolicyCase;
using kit::with_period;

namespace {
std::set<std::string> every_deadline() {
  std::set<std::string> all;
  for (auto const& model : all_workflows().front().deadlines) all.emplace(model.id);
  return all;
}
}  // namespace

TEST(APolicy, CountsADeadlineByItsOwnPeriodAndSaysSo) {
  PolicyCase told(starts::first_contact_sent + R"(
    on 2026-01-20
    receive_documents | documents=notifications | file_sent
        | 42 letter:admission_file due.file_return=2026-03-06
  )",
                  with_period("file_return", calendar_days(45)));
  EXPECT_THAT(told.snapshot().deadlines.front().date.derivation,
              testing::HasSubstr("délai fixé par l'établissement"));
}

TEST(APolicy, MayRollADayOtherwise) {
  Policy policy;
  policy.deadlines["first_contact_answer"].roll = Roll::none;
  PolicyCase(starts::digital + R"(
    on 2026-01-08
    send_first_contact | | first_contact_sent | 41 letter:first_contact due.first_contact_answer=2026-03-08
  )",
             policy);
}

TEST(APolicy, SaysHowLongAReminderBeginsAnew) {
  Policy policy;
  policy.deadlines["first_contact_answer"].after_reminder = calendar_days(60);
  PolicyCase(starts::first_contact_sent + R"(
    on 2026-02-10
    send_reminder | by=phone | first_contact_sent
        | due.first_contact_answer=2026-04-13 raw.first_contact_answer=2026-04-11
  )",
             policy);
}

TEST(APolicy, CountsWhatComesBackByItsOwnPeriodEachTime) {
  PolicyCase(starts::stay + R"(
    interrupt_for_health | | suspended_health | due.health_review=2026-09-17
    on 2026-09-18 | | suspended_health
        | task:overdue task:overdue raw.health_review=2026-09-27 due.health_review=2026-09-28
  )",
             with_period("health_review", calendar_days(10)));
}

TEST(ARunningDate, CountedAnewBeginsOnTheDayItsStateBegan) {
  PolicyCase story(starts::file_sent);
  story.set(with_period("file_return", calendar_days(45)));
  auto const move = story.recounted({"file_return"});
  ASSERT_TRUE(move);
  EXPECT_EQ(move->event, "deadlines_recounted");
  EXPECT_EQ(move->after.revision, story.snapshot().revision + 1);
  EXPECT_EQ(move->after.deadlines.front().date.due, day("2026-03-06"));
  EXPECT_EQ(
      move->data["moved"],
      (Json{
          {{"deadline", "file_return"}, {"number", 0}, {"before", "2026-02-20"}, {"after", "2026-03-06"}}}));
  EXPECT_EQ(move->effects.deadlines_set.size(), 1U);
}

TEST(ARunningDate, StaysWhenItsKindIsNotNamed) {
  PolicyCase story(starts::file_sent);
  story.set(with_period("file_return", calendar_days(45)));
  EXPECT_FALSE(story.recounted({"completeness"}));
}

TEST(ARunningDate, BegunByAReminderIsCountedAnewFromTheReminder) {
  PolicyCase story(starts::first_contact_sent + R"(
    on 2026-02-20
    send_reminder | by=phone | first_contact_sent | due.first_contact_answer=2026-03-20
  )");
  story.set(with_period("first_contact_answer", calendar_months(4)));
  EXPECT_TRUE(story.changes({"first_contact_answer"}).empty());
  Policy policy;
  policy.deadlines["first_contact_answer"].after_reminder = calendar_days(15);
  story.set(policy);
  auto const changes = story.changes({"first_contact_answer"});
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes.front().after.raw, day("2026-03-07"));
  EXPECT_EQ(changes.front().after.due, day("2026-03-09"));
}

TEST(ARunningDate, OfACaseThatWasSuspendedKeepsTheDaysItGained) {
  PolicyCase story(starts::file_sent + R"(
    on 2026-02-02
    suspend | reason="Soins" | life=suspended
    on 2026-02-16
    resume_case | | life=open | due.file_return=2026-03-06
  )");
  story.set(with_period("file_return", calendar_days(45)));
  auto const changes = story.changes({"file_return"});
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes.front().after.due, day("2026-03-20"));
}

TEST(ADateThatHasPassed, IsNeverMoved) {
  PolicyCase story(starts::file_sent + "\n    on 2026-02-21 | | file_sent | task:reminder\n");
  story.set(with_period("file_return", calendar_days(45)));
  EXPECT_FALSE(story.recounted(every_deadline()));
}

TEST(ARunningDate, IsTheSameCountedAgainUnderTheSamePolicy) {
  std::string const reminded = "\n on 2026-02-20\n send_reminder | by=phone | first_contact_sent\n";
  std::string const suspended =
      "\n suspend | reason=\"Soins\" | life=suspended\n on 2026-02-16\n resume_case\n";
  for (auto const& start :
       {starts::paper, starts::digital, starts::first_contact_sent, starts::first_contact_sent + reminded,
        starts::first_contact_sent + reminded +
            " suspend | reason=\"Soins\" | life=suspended\n on 2026-03-02\n",
        starts::file_sent, starts::file_sent + suspended, starts::file_returned, starts::waiting_committee,
        starts::retained, starts::admitted, starts::pre_reception_done, starts::convoked, starts::stay,
        starts::follow_up}) {
    PolicyCase story(start);
    EXPECT_FALSE(story.recounted(every_deadline())) << start;
  }
}

TEST(ARunningDate, MovesWithTheCalendarToo) {
  PolicyCase story(starts::file_sent);
  story.world().calendar =
      OpeningCalendar(HolidayRegion::metropole, {{day("2026-02-16"), day("2026-02-27"), "Travaux"}});
  auto const changes = story.changes(every_deadline());
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes.front().after.due, day("2026-03-02"));
  EXPECT_THAT(changes.front().after.derivation, testing::HasSubstr("Travaux"));
}

}  // namespace jalon
