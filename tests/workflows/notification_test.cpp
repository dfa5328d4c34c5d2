// From the notification to the admission file, and the case's record on ViaTrajectoire.
#include "tests/workflows/starts.hpp"

namespace jalon {

TEST(PaperNotification, BringsBothNotificationsAndSendsTheFileWhetherFoundOrNot) {
  EXPECT_TRUE(play(starts::paper, R"(
    search_via_trajectoire | found=yes national_decision_id=DEC-1 | file_sent via_trajectoire=linked
        | 42 letter:admission_file due.file_return=2026-02-05
        + data.documents=rqth_notification,orientation_notification
  )"));
  EXPECT_TRUE(play(starts::paper, R"(
    search_via_trajectoire | found=no | file_sent via_trajectoire=requested
        | 42:queued email:mdph_registration_request letter:admission_file
  )"));
}

TEST(PaperNotification, NeedsTheDecisionsNumberWhenFound) {
  EXPECT_TRUE(play(starts::paper, R"(
    search_via_trajectoire | found=yes | invalid_data /data/national_decision_id
    search_via_trajectoire | | invalid_data /data/found
    coordinator: search_via_trajectoire | found=no | role_not_allowed
    send_first_contact | | not_allowed_here
  )"));
}

TEST(RequestedRecord, AsksTheMdphOnceAndReleasesWhatWaitedInItsOrder) {
  EXPECT_TRUE(play(starts::paper, R"(
    search_via_trajectoire | found=no | via_trajectoire=requested
        | 42:queued email:mdph_registration_request letter:admission_file
    search_via_trajectoire | found=no | file_sent via_trajectoire=requested |
    renounce | | closed_renounced | 45:queued
    search_via_trajectoire | found=yes national_decision_id=DEC-1 | closed_renounced via_trajectoire=linked
        | released
    search_via_trajectoire | found=yes | not_allowed_here
  )"));
}

TEST(RequestedRecord, OfAClosedCaseIsOnlySearchedWhileSomethingWaits) {
  EXPECT_TRUE(play(starts::paper, R"(
    confirm_duplicate | | closed_duplicate via_trajectoire=unknown
        | closed=yes absent=search_via_trajectoire
    search_via_trajectoire | found=no | not_allowed_here
  )"));
}

TEST(FirstContact, IsDueFifteenDaysAfterReceptionAndStaysOverdue) {
  EXPECT_TRUE(play("", R"(
    today 2026-03-25
    open_case | channel=digital received_on=2026-03-20 | notified_digital
        | raw.first_contact=2026-04-04 due.first_contact=2026-04-07
    on 2026-04-07 | | notified_digital | overdue=none
    on 2026-04-08 | | notified_digital | task:overdue overdue=first_contact
    send_first_contact | | first_contact_sent | 41 letter:first_contact done:overdue overdue=none
  )"));
}

TEST(FirstContact, IsWrittenByEmailWhenThePersonPrefersIt) {
  EXPECT_TRUE(play("", R"(
    today 2026-01-05
    open_case | channel=digital email=camille@example.org contact_preference=email | notified_digital
    send_first_contact | | first_contact_sent | 41 email:first_contact
  )"));
}

TEST(Notification, MayBeADuplicateOrOutOfScope) {
  for (auto const& start : {starts::paper, starts::digital}) {
    EXPECT_TRUE(play(start, R"(
      confirm_duplicate | @unknown | invalid_data /data/of_case
      confirm_duplicate | of_case=ca5e0000-0000-4000-8000-000000000001 | invalid_data /data/of_case
      confirm_duplicate | of_case=ca5e0000-0000-4000-8000-000000000002 | closed_duplicate
          | closed=yes data.duplicate_of=ca5e0000-0000-4000-8000-000000000002 absent=reopen
      record_death | on=2026-01-05 | not_allowed_here
    )"));
    EXPECT_TRUE(play(start, R"(
      reject_notification | | invalid_data /data/reason
      reject_notification | reason="Pas de RQTH" | closed_invalid
          | letter:invalid_notification task:inform_mdph closed=yes due.first_contact=none
      reopen | reason="Erreur" | not_allowed_here
    )"));
  }
}

TEST(FirstContactSent, WaitsForBothNotifications) {
  EXPECT_TRUE(play(starts::first_contact_sent, R"(
    receive_documents | documents= | invalid_data /data/documents
    receive_documents | documents=rqth_notification | first_contact_sent |
    receive_documents | documents=social_sheet | first_contact_sent |
    receive_documents | documents=orientation_notification | file_sent | 42 letter:admission_file
    receive_documents | documents=rqth_notification | not_allowed_here
  )"));
}

TEST(InterestExpressed, CountsItsOwnTwoMonths) {
  EXPECT_TRUE(play(starts::first_contact_sent, R"(
    on 2026-01-31
    record_interest | note="A téléphoné" | interest_expressed
        | due.documents=2026-03-31 due.first_contact_answer=none
    record_interest | | not_allowed_here
    receive_documents | documents=notifications | file_sent | 42 letter:admission_file
  )"));
}

TEST(Reminder, RestartsTheFirstAnswerAtOneMonthButNeverEarlier) {
  EXPECT_TRUE(play(starts::first_contact_sent, R"(
    send_reminder | by= | invalid_data /data/by
    on 2026-01-20
    send_reminder | by=phone | first_contact_sent | due.first_contact_answer=2026-03-09
    on 2026-03-02
    send_reminder | by=phone,letter | first_contact_sent
        | letter:reminder due.first_contact_answer=2026-04-02
    on 2026-04-03 | | first_contact_sent | task:close_proposal overdue=first_contact_answer
    admin_assistant: close_without_answer | | closed_no_answer | 41 done:close_proposal closed=yes
  )"));
}

TEST(Reminder, IsWhatClosingWithoutAnswerNeeds) {
  EXPECT_TRUE(play(starts::first_contact_sent, R"(
    close_without_answer | | refused reminder_sent
    on 2026-03-10 | | first_contact_sent | task:overdue cannot=close_without_answer:reminder_sent
    send_reminder | by=letter | first_contact_sent
        | letter:reminder done:overdue due.first_contact_answer=2026-04-10
    on 2026-04-11 | | first_contact_sent | task:close_proposal
    close_without_answer | note="Pas de nouvelles" | closed_no_answer | 41 done:close_proposal
  )"));
  EXPECT_TRUE(play(starts::first_contact_sent, R"(
    record_interest | | interest_expressed
    close_without_answer | | refused reminder_sent
    send_reminder | by=phone | interest_expressed |
    close_without_answer | | closed_no_answer | 41
  )"));
}

TEST(OccurredOn, LiesNeitherInTheFutureNorBeforeTheStateBegan) {
  EXPECT_TRUE(play(starts::first_contact_sent, R"(
    record_interest | @on=2026-01-09 | invalid_data /occurred_on
    record_interest | @on=2026-01-07 | invalid_data /occurred_on
    record_interest | @revision=1 | stale
    advance 5 days
    record_interest | @on=2026-01-09 @revision=2 | interest_expressed | due.documents=2026-03-09
    dance | | invalid_data /event
  )"));
}

TEST(OpeningACase, ChecksThePersonAndTheNotification) {
  EXPECT_TRUE(play("", R"(
    today 2026-01-05
    open_case | channel=digital received_on=2026-01-06 | invalid_data /data/notification/received_on
    open_case | channel=pigeon | invalid_data /data/notification/channel
    doctor: open_case | channel=paper | role_not_allowed
    coordinator: open_case | channel=paper received_on=2026-01-02 | notified_paper
        | due.first_contact=2026-01-19
    open_case | channel=paper | not_allowed_here
  )"));
}

}  // namespace jalon
