// Every way to leave after entry, and the twelve months that follow.
#include "tests/workflows/starts.hpp"

namespace jalon {

TEST(EarlyExit, ReportsTheDepartureAndOpensTheReport) {
  EXPECT_TRUE(play(starts::stay, R"(
    on 2026-10-05
    doctor: abandon | | role_not_allowed
    abandon | reason="Déménagement" | follow_up_early stay.assessment=none report=drafting
        | 48 done:overdue done:overdue done:overdue done:overdue due.follow_up_end=2027-10-05
        + due.follow_up_check=2026-11-05 overdue=none
  )"));
  EXPECT_TRUE(play(starts::stay, R"(
    coordinator: exclude | reason="Violences" | role_not_allowed
    exclude | | invalid_data /data/reason
    exclude | reason="Violences" | follow_up_early report=drafting | 48
  )"));
  EXPECT_TRUE(play(starts::stay, R"(
    transfer | to="ESPO de Nîmes" | invalid_data /data/consent
    transfer | to="ESPO de Nîmes" consent=yes | follow_up_early report=drafting | 48 51
  )"));
}

TEST(EndOfFollowUp, IsTheOnlyEndTheEngineDecides) {
  EXPECT_TRUE(play(starts::stay, R"(
    abandon | | follow_up_early
    on 2027-09-07 | | follow_up_early
    on 2027-09-08 | | closed_abandoned | task:unfinished_report done:overdue closed=yes absent=reopen
  )"));
  EXPECT_TRUE(play(starts::stay, R"(
    exclude | reason="Violences" | follow_up_early
    on 2027-09-08 | | closed_excluded
  )"));
  EXPECT_TRUE(play(starts::stay, R"(
    transfer | to="ESPO de Nîmes" consent=yes | follow_up_early
    on 2027-09-08 | | closed_transferred
  )"));
  EXPECT_TRUE(play(starts::follow_up, R"(
    on 2027-12-11 | | follow_up
    on 2027-12-12 | | closed_completed
        | task:unfinished_report done:overdue closed=yes tasks=unfinished_report
  )"));
}

TEST(FollowUp, IsCheckedAtOneThreeAndSixMonths) {
  EXPECT_TRUE(play(starts::follow_up, R"(
    on 2027-01-12 | | follow_up | task:overdue overdue=follow_up_check due.follow_up_check=2027-03-11
    record_follow_up | check=2 result=employed | invalid_data /data/check
    record_follow_up | check=1 | invalid_data /data/result
    coordinator: record_follow_up | check=1 result=employed | role_not_allowed
    social_worker: record_follow_up | check=1 result=unreachable | follow_up
        | done:overdue due.follow_up_check=2027-03-11
    referent: record_follow_up | check=3 result=training note="Titre pro" | follow_up
        | due.follow_up_check=2027-06-11
    record_follow_up | check=6 result=employed | follow_up
        | due.follow_up_check=none due.follow_up_end=2027-12-11
    record_follow_up | check=12 result=employed | follow_up |
  )"));
}

TEST(FollowUp, OfAnEarlyExitIsCheckedTheSameWay) {
  EXPECT_TRUE(play(starts::stay, R"(
    abandon | | follow_up_early | 48 due.follow_up_check=2026-10-07
    record_follow_up | check=1 result=care | follow_up_early | due.follow_up_check=2026-12-07
  )"));
}

TEST(ARescheduledPerson, LeavesByAbandonFromEveryStateBeforeTheNextEntry) {
  std::string const rescheduled = starts::stay + R"(
    interrupt_for_health | | suspended_health
    reschedule | | retained
  )";
  EXPECT_TRUE(play(rescheduled, R"(
    renounce | | not_allowed_here
    abandon | | follow_up_early report=drafting | 48
  )"));
  EXPECT_TRUE(play(rescheduled, R"(
    transfer | to="ESPO de Nîmes" consent=yes | follow_up_early report=drafting | 48 51
  )"));
  // Absent again, closed and reopened: still somebody who has entered, in a state before the committee.
  EXPECT_TRUE(play(rescheduled, R"(
    assign_session | @entry_on=2026-11-02 | assigned
    send_dates_letter | | admitted
    hold_pre_reception | attended=yes | pre_reception_done
    send_convocation | | convoked
    record_no_show | | closed_no_show | 45 task:offer_seat done:offer_seat
    reopen | reason="Elle a rappelé" | completeness_check
    renounce | | not_allowed_here
    abandon | | follow_up_early | 48
  )"));
}

TEST(Abandoning, IsNotForWhomeverHasNotEntered) {
  EXPECT_TRUE(play(starts::retained, "abandon | | not_allowed_here"));
  EXPECT_TRUE(play(starts::convoked, "abandon | | not_allowed_here"));
}

TEST(Death, ClosesFromEveryOpenStateAndStopsWhatHasNotLeft) {
  for (auto const& start : {starts::paper, starts::under_review, starts::stay, starts::follow_up})
    EXPECT_TRUE(play(start, R"(
      admin_assistant: record_death | on=2026-01-05 | role_not_allowed
      record_death | on=2026-01-04 | invalid_data /occurred_on
      record_death | on=2028-01-01 | invalid_data /occurred_on
      record_death | on=2026-01-05 | closed_deceased | task:inform_mdph cancelled closed=yes overdue=none
      record_death | on=2026-01-05 | not_allowed_here
    )"));
  EXPECT_TRUE(play(starts::convoked, R"(
    record_death | on=2026-08-17 | closed_deceased | task:inform_mdph cancelled data.seat=none
  )"));
}

}  // namespace jalon
