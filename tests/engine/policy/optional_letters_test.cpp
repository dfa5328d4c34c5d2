// Letters that leave only where an establishment wants them.
#include "engine/policy/policy_check.hpp"
#include "tests/engine/policy/policy_case.hpp"

namespace jalon {

namespace {

Policy sending(std::set<std::string, std::less<>> letters) {
  Policy policy;
  policy.optional_letters = std::move(letters);
  return policy;
}

}  // namespace

TEST(AnAcknowledgement, LeavesWhenTheFileComesBackAndOnce) {
  kit::PolicyCase(starts::file_sent + R"(
    on 2026-02-10
    return_file | documents=administrative_sheet | completeness_check
        | letter:acknowledgement due.completeness=2026-02-17
    check_file | | incomplete_admin_help
    receive_documents | documents=sheets | waiting_committee |
  )",
                  sending({"acknowledgement"}));
}

TEST(AWordToWhoWasRetained, LeavesAtTheDecisionAndNotWhenASeatIsLost) {
  kit::PolicyCase(starts::under_review + R"(
    decide | outcome=retained aim="Un métier" choice=person | retained
        | 72 letter:retained_waiting due.seat=2026-06-12
    assign_session | @entry_on=2026-09-07 | assigned
    send_dates_letter | | admitted
    on 2026-08-07
    hold_pre_reception | attended=yes | pre_reception_done
    doctor: postpone_for_health | | postponed_health
    doctor: confirm_stable | | retained | due.seat=2026-11-09
  )",
                  sending({"retained_waiting"}));
}

TEST(AnInvitationToTheFollowUp, LeavesAtTheDepartureHoweverThePersonLeft) {
  kit::PolicyCase(starts::stay + R"(
    coordinator: abandon | | follow_up_early | 48 letter:follow_up_invitation
  )",
                  sending({"follow_up_invitation"}));
}

TEST(AnOptionalLetter, StaysAwayWhereNobodyWantsIt) {
  kit::PolicyCase(starts::file_sent + R"(
    on 2026-02-10
    return_file | documents=sheets | completeness_check | due.completeness=2026-02-17
  )",
                  sending({"retained_waiting"}));
}

TEST(APolicy, NamesOnlyLettersThatAreOptional) {
  auto const errors = check_policy(sending({"convocation"}), all_workflows());
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors.front().pointer, "/optional_letters");
  EXPECT_THAT(errors.front().message, testing::HasSubstr("convocation"));
}

// An event or a state that no longer has this name would keep a letter from ever leaving, and nobody would
// notice.
TEST(AnOptionalLetter, NamesAnEventAndAStateOfItsWorkflow) {
  for (auto const& definition : all_workflows())
    for (auto const& letter : definition.optional_letters) {
      EXPECT_GE(definition.find_state(definition.find_region("journey"), letter.state), 0) << letter.state;
      bool const is_known = letter.event.empty() || definition.find_event(letter.event) >= 0;
      EXPECT_TRUE(is_known) << letter.event;
    }
}

}  // namespace jalon
