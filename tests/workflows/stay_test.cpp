// The fourteen weeks: five regions side by side, and the interruption for health.
#include "tests/workflows/starts.hpp"

namespace jalon {

TEST(Assessment, GoesFromS2ByFortnightsToS12) {
  EXPECT_TRUE(play(starts::stay, R"(
    hold_team_meeting | week=4 | not_allowed_here
    on 2026-09-16 | | stay | task:overdue overdue=referent
    hold_initial_synthesis | | invalid_data /data/summary
    doctor: hold_initial_synthesis | summary="Bons débuts" | role_not_allowed
    hold_initial_synthesis | summary="Bons débuts" | stay.assessment=in_progress
        | due.synthesis_s2=none due.team_meeting=2026-10-02 due.synthesis_s12=2026-11-27
    on 2026-10-03 | | stay
        | task:overdue task:overdue task:overdue overdue=contract,project,referent,team_meeting
    hold_team_meeting | week=2 | invalid_data /data/week
    hold_team_meeting | week=15 | invalid_data /data/week
    hold_team_meeting | week=4 summary="À l'heure" | stay.assessment=in_progress
        | done:overdue due.team_meeting=2026-10-16
    hold_team_meeting | week=8 | stay.assessment=in_progress | due.team_meeting=2026-11-13
    on 2026-11-28 | | stay
        | task:overdue task:overdue overdue=contract,project,referent,synthesis_s12,team_meeting
    hold_final_synthesis | summary="Bilan" | stay.assessment=final_held report=drafting
        | done:overdue done:overdue due.synthesis_s12=none due.team_meeting=none
  )"));
}

TEST(Assessment, TellsTheCoordinatorWhenASynthesisIsLate) {
  EXPECT_TRUE(play(starts::stay, R"(
    on 2026-09-19 | | stay | task:overdue task:overdue task:overdue overdue=project,referent,synthesis_s2
  )"));
}

TEST(StayContract, IsDueFifteenDaysAfterEntryAndMayBeAmended) {
  EXPECT_TRUE(play(starts::stay, R"(
    amend_contract | signed_on=2026-09-07 reason="Rythme" | not_allowed_here
    admin_assistant: sign_contract | signed_on=2026-09-07 | role_not_allowed
    on 2026-09-23 | | stay
        | task:overdue task:overdue task:overdue task:overdue overdue=contract,project,referent,synthesis_s2
    sign_contract | signed_on=2026-09-24 | invalid_data /occurred_on
    deputy_director: sign_contract | signed_on=2026-09-23 | stay.contract=signed
        | done:overdue due.contract=none
    referent: amend_contract | signed_on=2026-09-23 reason="Rythme" | role_not_allowed
    amend_contract | signed_on=2026-09-23 | invalid_data /data/reason
    coordinator: amend_contract | signed_on=2026-09-23 reason="Rythme" | stay.contract=signed |
  )"));
}

TEST(Referent, IsDesignatedOnTheDayOfEntryAndMayBeReplaced) {
  EXPECT_TRUE(play(starts::stay, R"(
    replace_referent | user=a.petit reason="Congé" | not_allowed_here
    designate_referent | user=m.durand @unknown | invalid_data /data/user
    designate_referent | user="pas un compte" | invalid_data /data/user
    deputy_director: designate_referent | user=m.durand | role_not_allowed
    designate_referent | user=m.durand | stay.referent=designated | due.referent=none data.referent=m.durand
    replace_referent | user=a.petit | invalid_data /data/reason
    replace_referent | user=a.petit reason="Congé" | stay.referent=designated | data.referent=a.petit
  )"));
}

TEST(Project, IsDraftedBeforeS2AndAgreedWithThePerson) {
  EXPECT_TRUE(play(starts::stay, R"(
    coordinator: draft_project | | role_not_allowed
    consent_to_project | given=yes | not_allowed_here
    draft_project | objectives="Vérifier deux métiers" | stay.project=drafted | due.project=none
    consent_to_project | | invalid_data /data/given
    consent_to_project | given=no | stay.project=collecting | due.project=2026-09-18
    draft_project | | stay.project=drafted | due.project=none
    consent_to_project | given=yes | stay.project=consented |
    coordinator: review_project | | role_not_allowed
    review_project | summary="Deux pistes" | stay.project=consented |
  )"));
}

TEST(Internships, AddUpTheirHours) {
  EXPECT_TRUE(play(starts::stay, R"(
    record_internship | company="Garage Roux" from=2026-10-05 to=2026-10-02 hours=35 | invalid_data /data/to
    record_internship | company="Garage Roux" from=2026-10-05 to=2026-10-09 hours=201
        | invalid_data /data/hours
    referent: record_internship | company="Garage Roux" from=2026-10-05 to=2026-10-09 hours=35
        | role_not_allowed
    placement_counsellor: record_internship | company="Garage Roux" from=2026-10-05 to=2026-10-09 hours=35
        | stay.internships=open | data.internship_hours=35
    coordinator: record_internship | company="Mairie" from=2026-10-12 to=2026-10-23 hours=70 | stay
        | data.internship_hours=105
  )"));
}

TEST(EndOfTheStay, IsAnAlertAndNoExit) {
  EXPECT_TRUE(play(starts::stay, R"(
    depart | departed_on=2026-09-07 | refused final_synthesis_held
    referent: depart | departed_on=2026-09-07 | role_not_allowed
    hold_initial_synthesis | summary="Début" | stay
    hold_final_synthesis | summary="Fin" | stay report=drafting
    on 2026-12-15 | | stay
        | task:overdue task:overdue task:overdue task:overdue overdue=contract,project,referent,stay_end
    admin_assistant: depart | departed_on=2026-12-11 | follow_up stay.assessment=none report=drafting
        | 48 done:overdue done:overdue done:overdue done:overdue due.follow_up_end=2027-12-11
  )"));
}

TEST(ShorterFormula, HoldsItsFinalSynthesisInTheLastWeekButOne) {
  EXPECT_TRUE(play(starts::retained, R"(
    assign_session | @entry_on=2026-09-07 @weeks=10 | assigned
    send_dates_letter | | admitted
    hold_pre_reception | attended=yes | pre_reception_done
    send_convocation | | convoked
    on 2026-09-07
    record_entry | entered_on=2026-09-07 | stay | 47 due.stay_end=2026-11-16
    hold_initial_synthesis | summary="Début" | stay | due.synthesis_s12=2026-11-06
  )"));
}

TEST(HealthInterruption, KeepsThePlaceAndMovesTrainingWeeksOnly) {
  EXPECT_TRUE(play(starts::stay, R"(
    designate_referent | user=m.durand | stay
    on 2026-09-10
    coordinator: interrupt_for_health | | role_not_allowed
    interrupt_for_health | note="Hospitalisation"
        | suspended_health stay.assessment=none stay.contract=none report=not_due
        | due.health_review=2026-09-25 due.contract=2026-09-22 due.stay_end=2026-12-14
    hold_initial_synthesis | summary="Début" | not_allowed_here
    on 2026-09-19 | | suspended_health | overdue=none
    on 2026-09-26 | | suspended_health
        | task:overdue task:overdue overdue=contract,health_review raw.health_review=2026-10-10
        + due.health_review=2026-10-12
    on 2026-10-13 | | suspended_health | raw.health_review=2026-10-25 due.health_review=2026-10-26
    coordinator: resume | | role_not_allowed
    resume | @on=2026-09-24
        | stay stay.assessment=awaiting_s2 stay.referent=designated stay.contract=to_sign
        | done:overdue due.health_review=none due.synthesis_s2=2026-10-02 due.project=2026-10-02
        + due.contract=2026-09-22 due.stay_end=2026-12-14 overdue=contract,project,synthesis_s2
  )"));
}

TEST(HealthInterruption, MayLeadToAnotherSessionOrEndTheStay) {
  std::string const suspended = starts::stay + R"(
    designate_referent | user=m.durand | stay
    interrupt_for_health | | suspended_health
  )";
  EXPECT_TRUE(play(suspended, R"(
    doctor: reschedule | | role_not_allowed
    reschedule | | retained report=not_due stay.assessment=none
        | task:offer_seat due.seat=2026-12-07 due.stay_end=none due.contract=none data.seat=none
    renounce | | not_allowed_here
    assign_session | @entry_on=2027-01-11 | assigned
    send_dates_letter | | admitted | 71 letter:entry_dates
    hold_pre_reception | attended=yes | pre_reception_done
    send_convocation | | convoked
    on 2027-01-11
    record_entry | entered_on=2027-01-11
        | stay stay.assessment=awaiting_s2 stay.contract=to_sign stay.referent=to_designate report=not_due
        | 47 due.synthesis_s2=2027-01-22 due.stay_end=2027-04-19
  )"));
  EXPECT_TRUE(play(suspended, R"(
    coordinator: stop_for_health | | role_not_allowed
    stop_for_health | | follow_up_early report=drafting | 48 due.follow_up_end=2027-09-07
    on 2027-09-08 | | closed_health | task:overdue task:unfinished_report done:overdue
  )"));
  EXPECT_TRUE(play(suspended, R"(
    doctor: abandon | | role_not_allowed
    abandon | reason="Un emploi" | follow_up_early report=drafting | 48
  )"));
}

}  // namespace jalon
