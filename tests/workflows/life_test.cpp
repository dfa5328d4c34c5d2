// A whole case suspended, notes, and the ways back from a mistake.
#include "tests/workflows/starts.hpp"

namespace jalon {

TEST(SuspendedCase, MovesTheDatesToComeByTheDaysLost) {
  EXPECT_TRUE(play(starts::file_sent, R"(
    on 2026-02-02
    admin_assistant: suspend | reason="Hospitalisation" | role_not_allowed
    suspend | | invalid_data /data/reason
    suspend | reason="Hospitalisation" | file_sent life=suspended |
    on 2026-02-16 | | file_sent life=suspended | overdue=none
    resume_case | | file_sent life=open | due.file_return=2026-03-06
    on 2026-03-06 | | file_sent | overdue=none
    on 2026-03-07 | | file_sent | task:reminder overdue=file_return
  )"));
}

TEST(SuspendedCase, DoesNotPassWhatIsNotPassedAndKeepsWhatIs) {
  EXPECT_TRUE(play(starts::file_sent, R"(
    suspend | reason="Hospitalisation" | life=suspended
    on 2026-03-31 | | file_sent life=suspended | overdue=none tasks=none
    resume_case | | life=open | raw.file_return=2026-05-01 due.file_return=2026-05-04
  )"));
  EXPECT_TRUE(play(starts::file_sent, R"(
    on 2026-02-21 | | file_sent | task:reminder
    suspend | reason="Rechute" | life=suspended
    on 2026-03-21
    resume_case | | life=open | due.file_return=2026-02-20 overdue=file_return tasks=reminder
  )"));
}

TEST(SuspendedCase, AnswersOnlyAFewEvents) {
  EXPECT_TRUE(play(starts::file_sent, R"(
    suspend | reason="Soins" | life=suspended
        | absent=return_file,send_reminder,suspend can=resume_case,renounce,record_death,add_note
    return_file | documents=sheets | not_allowed_here
    suspend | reason="Encore" | not_allowed_here
    coordinator: abandon | | not_allowed_here
    trainer: add_note | kind=call text="Des nouvelles" | file_sent life=suspended |
    renounce | | closed_renounced life=open | 45 closed=yes
    suspend | reason="Clos" | not_allowed_here
  )"));
  EXPECT_TRUE(play(starts::stay, R"(
    suspend | reason="Soins" | stay life=suspended
    depart | departed_on=2026-09-07 | not_allowed_here
    abandon | | follow_up_early life=open report=drafting | 48
  )"));
  EXPECT_TRUE(play(starts::stay, R"(
    suspend | reason="Soins" | stay life=suspended
    record_death | on=2026-09-07 | closed_deceased life=open | task:inform_mdph cancelled
  )"));
}

TEST(SuspendedCase, MovesNoDateThatASessionOrACommitteeFixes) {
  for (auto const& [start, deadline] : {std::pair(starts::waiting_committee, "due.committee=2026-03-31"),
                                        std::pair(starts::admitted, "due.pre_reception=2026-08-07"),
                                        std::pair(starts::pre_reception_done, "due.convocation=2026-08-17"),
                                        std::pair(starts::convoked, "due.entry=2026-09-07")})
    EXPECT_TRUE(play(start, std::string(R"(
      suspend | reason="Soins" | life=suspended
      advance 5 days
      resume_case | | life=open | )") +
                                deadline));
}

TEST(SuspendedCase, MovesTrainingWeeksByTheWeeksLost) {
  EXPECT_TRUE(play(starts::stay, R"(
    suspend | reason="Soins" | life=suspended
    on 2026-09-21
    resume_case | | life=open stay.assessment=awaiting_s2
        | due.synthesis_s2=2026-10-02 due.project=2026-10-02 due.contract=2026-10-06 due.stay_end=2026-12-28
    hold_initial_synthesis | summary="Début" | stay
        | due.team_meeting=2026-10-16 due.synthesis_s12=2026-12-11
  )"));
}

TEST(Note, MayBeAddedInEveryStateByTheTeam) {
  for (auto const& start : {starts::paper, starts::convoked, starts::stay, starts::follow_up})
    EXPECT_TRUE(play(start, R"(
      add_note | kind=pigeon text="Bonjour" | invalid_data /data/kind
      add_note | kind=visit text=" " | invalid_data /data/text
      workshop_leader: add_note | kind=visit text="A visité l'atelier" | life=open |
      administrator: add_note | kind=visit text="Rien à voir" | role_not_allowed
    )"));
  EXPECT_TRUE(play(starts::paper, R"(
    confirm_duplicate | | closed_duplicate
    add_note | kind=call text="A rappelé" | closed_duplicate |
  )"));
}

TEST(Correction, TakesTheCaseBackAndAsksToLookAtWhatWasSent) {
  EXPECT_TRUE(play(starts::file_returned, R"(
    check_file | | waiting_committee | due.committee=2026-03-31
    correct | back_to=3 | invalid_data /reason
    correct | back_to=0 reason="Erreur" | invalid_data /back_to
    correct | back_to=9 reason="Erreur" | invalid_data /back_to
    correct | back_to=3 reason="Le dossier n'est pas revenu" | file_sent
        | task:check_sent due.file_return=2026-02-20 due.committee=none
        + data.documents=rqth_notification,orientation_notification
    return_file | documents=sheets | completeness_check |
  )"));
}

TEST(Correction, OpensAClosedCaseAgain) {
  EXPECT_TRUE(play(starts::first_contact_sent, R"(
    renounce | | closed_renounced | 45 closed=yes
    correct | back_to=2 reason="Autre personne" | first_contact_sent
        | task:check_sent closed=no due.first_contact_answer=2026-03-09
  )"));
}

TEST(Correction, NeedsASeatThatIsStillFree) {
  EXPECT_TRUE(play(starts::convoked, R"(
    renounce | | closed_renounced | 45 task:offer_seat
    correct | back_to=12 reason="Autre personne" @taken=8 | refused seat_free
    correct | back_to=12 reason="Autre personne" @taken=7 | convoked
        | task:check_sent due.entry=2026-09-07 closed=no
  )"));
}

TEST(Correction, OfAnEarlyExitBringsTheStayBackWhereItWas) {
  EXPECT_TRUE(play(starts::stay, R"(
    designate_referent | user=m.durand | stay.referent=designated
    abandon | | follow_up_early report=drafting
    correct | back_to=14 reason="Malentendu" | stay stay.referent=designated report=not_due
        | task:check_sent due.follow_up_end=none due.stay_end=2026-12-14
  )"));
}

TEST(PersonsData, AreCorrectedWithoutMovingTheCase) {
  EXPECT_TRUE(play(starts::file_sent, R"(
    amend | person.email=pas-une-adresse | invalid_data /person/email
    amend | person.colour=bleu | invalid_data /person/colour
    amend | notification.mdph=48 | invalid_data /notification/mdph
    amend | notification.valid_until=2020-01-01 notification.valid_from=2021-01-01
        | invalid_data /notification/valid_until
    amend | person.email=camille@example.org person.contact_preference=email | file_sent
        | due.file_return=2026-02-20
    send_reminder | by=letter | file_reminded | email:reminder
  )"));
}

}  // namespace jalon
