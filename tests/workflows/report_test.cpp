// The final report, beside the journey from the entry on.
#include "tests/workflows/starts.hpp"

namespace jalon {

namespace {
std::string const drafting = starts::stay + R"(
  open_report | | report=drafting stay.assessment=awaiting_s2
)";
std::string const awaiting_cdaph = drafting + R"(
  submit_report | recommendation=vocational_training training_place=esrp person_view=agrees
      | report=to_validate
  validate_report | | report=validated
  send_report | sent_on=2026-09-07 | report=awaiting_cdaph
      | letter:final_report letter:final_report task:cdaph_check
)";
}  // namespace

TEST(FinalReport, IsOpenedByTheCoordinatorOrByTheFinalSynthesis) {
  EXPECT_TRUE(play(starts::convoked, "open_report | | not_allowed_here"));
  EXPECT_TRUE(play(starts::stay, R"(
    referent: open_report | | role_not_allowed
    open_report | | report=drafting |
    open_report | | not_allowed_here
    hold_initial_synthesis | summary="Début" | stay
    hold_final_synthesis | summary="Fin" | stay.assessment=final_held report=drafting |
  )"));
}

TEST(FinalReport, NeedsTheDetailOfItsRecommendation) {
  EXPECT_TRUE(play(drafting, R"(
    submit_report | | invalid_data /data/recommendation /data/person_view
    submit_report | recommendation=ordinary_employment person_view=agrees | invalid_data /data/placement_aid
    submit_report | recommendation=vocational_training person_view=agrees
        | invalid_data /data/training_place
    submit_report | recommendation=protected_employment person_view=agrees | invalid_data /data/workplace
    submit_report | recommendation=unfit person_view=agrees
        | invalid_data /data/unfitness /data/return_to_care
    admin_assistant: submit_report | recommendation=ordinary_employment placement_aid=no person_view=agrees
        | role_not_allowed
    referent: submit_report
        | recommendation=unfit unfitness=temporary return_to_care=yes person_view=disagrees
        + person_observations="Je veux travailler" needs=1.1.1,1.3.4
        | report=to_validate |
  )"));
}

TEST(FinalReport, IsValidatedOrReturnedByTheCoordinator) {
  EXPECT_TRUE(play(drafting, R"(
    validate_report | | not_allowed_here
    submit_report | recommendation=ordinary_employment placement_aid=yes person_view=agrees
        | report=to_validate
    referent: validate_report | | role_not_allowed
    return_report | | invalid_data /data/comment
    return_report | comment="Préciser le métier" | report=drafting |
    submit_report | recommendation=ordinary_employment placement_aid=yes person_view=agrees
        | report=to_validate
    validate_report | | report=validated |
    coordinator: send_report | sent_on=2026-09-07 | role_not_allowed
    send_report | sent_on=2026-09-07 | report=awaiting_cdaph
        | letter:final_report letter:final_report task:cdaph_check data.report_sent_on=2026-09-07
  )"));
}

TEST(CdaphDecision, EndsTheMonthlyTaskAndHasNoDeadline) {
  EXPECT_TRUE(play(awaiting_cdaph, R"(
    record_cdaph_decision | outcome=validated | invalid_data /data/decided_on
    coordinator: record_cdaph_decision | outcome=validated decided_on=2026-09-07 | role_not_allowed
    record_cdaph_decision | outcome=modified decided_on=2026-09-07 | report=decided
        | done:cdaph_check data.cdaph_outcome=modified
  )"));
}

TEST(CdaphDecision, MayAskForAnAddition) {
  EXPECT_TRUE(play(awaiting_cdaph, R"(
    request_report_addition | | invalid_data /data/reason
    request_report_addition | reason="Avis médical" | report=drafting | done:cdaph_check
  )"));
}

TEST(FinalReport, OutlivesTheStayAndIsNotFlaggedOnceDecided) {
  EXPECT_TRUE(play(awaiting_cdaph, R"(
    abandon | | follow_up_early report=awaiting_cdaph | 48
    record_cdaph_decision | outcome=validated decided_on=2026-09-07 | follow_up_early report=decided
        | done:cdaph_check
    on 2027-09-08 | | closed_abandoned | task:overdue done:overdue
  )"));
}

}  // namespace jalon
