// The committee of the quarter and its three outcomes.
#include "tests/workflows/starts.hpp"

namespace jalon {

TEST(WaitingForTheCommittee, LastsToTheEndOfTheQuarterThatHasFourteenDaysLeft) {
  EXPECT_TRUE(play(starts::file_sent, R"(
    on 2026-02-15
    return_file | documents=sheets | completeness_check
    on 2026-03-17
    check_file | | waiting_committee | done:overdue due.committee=2026-03-31
  )"));
  EXPECT_TRUE(play(starts::file_sent, R"(
    on 2026-02-15
    return_file | documents=sheets | completeness_check
    on 2026-03-18
    check_file | | waiting_committee | done:overdue due.committee=2026-06-30
  )"));
}

TEST(WaitingForTheCommittee, TellsTheCoordinatorWhenTheQuarterIsOver) {
  EXPECT_TRUE(play(starts::waiting_committee, R"(
    on 2026-04-01 | | waiting_committee | task:overdue overdue=committee
    list_for_committee | @unknown | invalid_data /data/committee
    coordinator: list_for_committee | | role_not_allowed
    list_for_committee | @held_on=2026-04-16 | on_committee_list | done:overdue due.committee=2026-04-16
  )"));
}

TEST(OnTheList, MayBeTakenOffAgain) {
  EXPECT_TRUE(play(starts::waiting_committee, R"(
    list_for_committee | @held_on=2026-03-12 | on_committee_list | due.committee=2026-03-12
    unlist | | invalid_data /data/reason
    coordinator: unlist | reason="Trop tôt" | role_not_allowed
    unlist | reason="Dossier à revoir" | waiting_committee | due.committee=2026-03-31 data.committee=none
  )"));
}

TEST(TheReview, IsOpenedByTheCoordinatorOnly) {
  EXPECT_TRUE(play(starts::waiting_committee, R"(
    open_review | | not_allowed_here
    list_for_committee | @held_on=2026-03-12 | on_committee_list |
    admin_assistant: open_review | | role_not_allowed
    on 2026-03-13 | | on_committee_list | task:overdue overdue=committee
    open_review | | under_review | done:overdue
  )"));
}

TEST(Retaining, NeedsTheAimAndTheOriginOfTheChoice) {
  EXPECT_TRUE(play(starts::under_review, R"(
    decide | | invalid_data /data/outcome
    decide | outcome=retained | refused aim_and_choice_recorded
    decide | outcome=retained aim="Un métier" | refused aim_and_choice_recorded
    decide | outcome=retained choice=person | refused aim_and_choice_recorded
    decide | outcome=retained aim="Un métier" choice=both social_urgency=4 rank=0
        | invalid_data /data/social_urgency /data/rank
    doctor: decide | outcome=retained | role_not_allowed
    decide | outcome=retained aim="Un métier" choice=both social_urgency=3 medical_urgency=0 rank=1
        | retained | 72 due.seat=2026-06-12
  )"));
}

TEST(MoreInformation, LeadsToTheCommitteeOfTheNextQuarter) {
  EXPECT_TRUE(play(starts::under_review, R"(
    decide | outcome=more_information | invalid_data /data/reason
    decide | outcome=more_information reason="Bilan médical" aim="Un métier" choice=person
        | waiting_committee | task:more_information due.committee=2026-06-30
    list_for_committee | @held_on=2026-05-21 | on_committee_list | due.committee=2026-05-21
    open_review | | under_review
    decide | outcome=retained | retained | 72
  )"));
}

TEST(NotRetaining, WritesTheReasonsAndTellsTheMdph) {
  EXPECT_TRUE(play(starts::under_review, R"(
    decide | outcome=not_retained | invalid_data /data/reason
    decide | outcome=not_retained reason="Une formation est déjà engagée" | closed_not_retained
        | 45 letter:decision_not_retained closed=yes absent=reopen
  )"));
}

}  // namespace jalon
