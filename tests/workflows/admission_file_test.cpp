// The admission file: its return, its completeness, the help to complete it.
#include "tests/workflows/starts.hpp"

namespace jalon {

TEST(FileSent, RemindsAfterAMonthAndProposesToCloseAMonthAfterTheReminder) {
  EXPECT_TRUE(play(starts::file_sent, R"(
    on 2026-02-21 | | file_sent | task:reminder overdue=file_return
    close_without_answer | | not_allowed_here
    on 2026-02-28
    send_reminder | by=phone,letter | file_reminded
        | letter:reminder done:reminder due.reminder_answer=2026-03-30
    on 2026-03-31 | | file_reminded | task:close_proposal overdue=reminder_answer
    coordinator: close_without_answer | | role_not_allowed
    close_without_answer | | closed_no_answer | 41 done:close_proposal closed=yes
  )"));
}

TEST(FileSent, IsReturnedBeforeOrAfterTheReminder) {
  EXPECT_TRUE(play(starts::file_sent, R"(
    on 2026-02-10
    return_file | documents= | invalid_data /data/documents
    return_file | documents=sheets returned_on=2026-02-11 | invalid_data /occurred_on
    return_file | documents=sheets returned_on=2026-01-04 | invalid_data /occurred_on
    return_file | documents=sheets returned_on=2026-02-09 @on=2026-02-10 | invalid_data /occurred_on
    return_file | documents=sheets returned_on=2026-01-06 | completeness_check
        | due.completeness=2026-01-13 data.returned_on=2026-01-06
  )"));
  EXPECT_TRUE(play(starts::file_sent, R"(
    send_reminder | by=phone | file_reminded |
    return_file | documents=social_sheet | completeness_check |
  )"));
}

TEST(CompletenessCheck, LeadsToTheCommitteeOrToHelp) {
  EXPECT_TRUE(play(starts::file_returned, R"(
    check_file | | waiting_committee | due.committee=2026-03-31 due.completeness=none
  )"));
  EXPECT_TRUE(play(starts::file_sent, R"(
    return_file | documents=administrative_sheet,social_sheet | completeness_check |
    advance 8 days | | completeness_check | task:overdue overdue=completeness
    check_file | | incomplete_admin_help | done:overdue due.help_review=2026-03-02
  )"));
}

namespace {
std::string const incomplete = starts::file_sent + R"(
  send_reminder | by=phone | file_reminded |
  return_file | documents=administrative_sheet,social_sheet | completeness_check |
  check_file | | incomplete_admin_help | due.help_review=2026-02-20
)";
std::string const social_help = incomplete + R"(
  refer_to_social_worker | note="Situation complexe" | incomplete_social_help | due.help_review=2026-02-20
)";
}  // namespace

TEST(Help, EndsWhenTheFileIsComplete) {
  EXPECT_TRUE(play(incomplete, R"(
    social_worker: receive_documents | documents=professional_sheet | role_not_allowed
    receive_documents | documents=professional_sheet | incomplete_admin_help |
    receive_documents | documents=remuneration_sheet | waiting_committee | due.committee=2026-03-31
  )"));
  EXPECT_TRUE(play(social_help, R"(
    refer_to_social_worker | | not_allowed_here
    social_worker: receive_documents | documents=professional_sheet | incomplete_social_help |
    admin_assistant: receive_documents | documents=remuneration_sheet | waiting_committee |
  )"));
}

TEST(Help, IsReviewedByTheCoordinatorAfterAMonthAndDecidesNothing) {
  EXPECT_TRUE(play(social_help, R"(
    on 2026-02-21 | | incomplete_social_help | task:overdue overdue=help_review
  )"));
}

TEST(Help, IsClosedByTheCoordinatorAfterTwoRemindersSinceItBegan) {
  for (auto const& start : {incomplete, social_help})
    EXPECT_TRUE(play(start, R"(
      close_without_answer | | refused reminded_twice
      send_reminder | by=phone | |
      coordinator: close_without_answer | | refused reminded_twice
      send_reminder | by=letter | | letter:reminder
      admin_assistant: close_without_answer | | role_not_allowed
      coordinator: close_without_answer | | closed_no_answer | 41 closed=yes
    )"));
}

TEST(Reopening, SendsNothingAgainAndNeedsAValidDecision) {
  EXPECT_TRUE(play(starts::file_sent, R"(
    send_reminder | by=phone | file_reminded |
    close_without_answer | | closed_no_answer | 41
    reopen | | invalid_data /data/reason
    reopen | reason="Elle a écrit" | file_sent | closed=no due.file_return=2026-02-20
  )"));
  EXPECT_TRUE(play(starts::file_returned, R"(
    renounce | | closed_renounced | 45
    on 2026-03-02
    reopen | reason="Elle a changé d'avis" | completeness_check | due.completeness=2026-03-09
  )"));
  EXPECT_TRUE(play("", R"(
    today 2026-01-05
    open_case | channel=digital valid_until=2026-02-01 | notified_digital
    renounce | | closed_renounced | 45
    on 2026-02-02
    reopen | reason="Trop tard" | refused decision_valid
    amend | notification.valid_until=2026-12-31 | closed_renounced |
    reopen | reason="Prolongée" | file_sent | 42 letter:admission_file
  )"));
}

}  // namespace jalon
