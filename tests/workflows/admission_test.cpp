// From the waiting list to the day of the entry.
#include "tests/workflows/starts.hpp"

namespace jalon {

TEST(WaitingList, GivesASeatOfASessionThatHasOne) {
  EXPECT_TRUE(play(starts::retained, R"(
    assign_session | @unknown | invalid_data /data/session
    assign_session | @taken=8 | refused seat_free
    doctor: assign_session | | role_not_allowed
    on 2026-06-13 | | retained | task:overdue overdue=seat
    admin_assistant: assign_session | @taken=7 | assigned
        | done:overdue due.seat=none due.dates_letter=2026-06-22
  )"));
}

TEST(DatesLetter, AnnouncesTheEntryAndThePreReception) {
  EXPECT_TRUE(play(starts::retained, R"(
    assign_session | @entry_on=2026-09-07 | assigned
    coordinator: send_dates_letter | | role_not_allowed
    send_dates_letter | | admitted | 71 letter:entry_dates due.pre_reception=2026-08-07
  )"));
  // … or on the day that the session names.
  EXPECT_TRUE(play(starts::retained, R"(
    assign_session | @entry_on=2026-09-07 @pre_reception_on=2026-08-26 | assigned
    send_dates_letter | | admitted | 71 letter:entry_dates due.pre_reception=2026-08-26
  )"));
}

TEST(PreReception, IsOptionalAndAnAbsenceAsksForTheThreeChecks) {
  EXPECT_TRUE(play(starts::admitted, R"(
    on 2026-08-08 | | admitted | task:overdue overdue=pre_reception
    hold_pre_reception | | invalid_data /data/attended
    hold_pre_reception | attended=no | pre_reception_missed
        | task:medical_check task:social_check task:documents_check done:overdue due.convocation=2026-08-17
    on 2026-08-18 | | pre_reception_missed | task:overdue overdue=convocation
    send_convocation | | convoked | letter:convocation done:overdue due.entry=2026-09-07
  )"));
  EXPECT_TRUE(play(starts::admitted, R"(
    hold_pre_reception | attended=yes social_urgency=yes missing_documents= | pre_reception_done
        | task:social_urgency
  )"));
}

TEST(Convocation, IsSentByTheAssistantAndMayBePostponedForHealth) {
  EXPECT_TRUE(play(starts::pre_reception_done, R"(
    coordinator: send_convocation | | role_not_allowed
    admin_assistant: waive_documents | reason="À venir" | role_not_allowed
    waive_documents | | invalid_data /data/reason
    waive_documents | reason="À venir" | pre_reception_done | data.documents_waived_because="À venir"
    coordinator: postpone_for_health | | role_not_allowed
    postpone_for_health | note="Opération" | postponed_health
        | task:offer_seat due.health_review=2026-09-07 due.convocation=none data.seat=none
    on 2026-09-08 | | postponed_health | task:overdue overdue=health_review
    coordinator: confirm_stable | | role_not_allowed
    confirm_stable | | retained | done:overdue due.seat=2026-12-08
  )"));
}

TEST(Convocation, WaitsForWhatWasMissingAtThePreReceptionOrForItsWaiver) {
  EXPECT_TRUE(play(starts::admitted, R"(
    hold_pre_reception | attended=yes missing_documents=remuneration_sheet,rqth_notification
        | pre_reception_done
    send_convocation | | refused file_complete
        | reason="fiche de rémunération, notification de RQTH"
    waive_documents | reason="Arrivent le jour de l'entrée" | pre_reception_done |
    send_convocation | | convoked | letter:convocation
  )"));
  // The person was absent: the same holds for what is noted as missing.
  EXPECT_TRUE(play(starts::admitted, R"(
    hold_pre_reception | attended=no missing_documents=social_sheet | pre_reception_missed
        | task:medical_check task:social_check task:documents_check
    send_convocation | | refused file_complete
    waive_documents | reason="Vue par l'assistante sociale" | pre_reception_missed |
    send_convocation | | convoked | letter:convocation
  )"));
}

TEST(Convocation, TheNextPreReceptionHasItsOwnListAndNeedsItsOwnWaiver) {
  for (std::string const way_back : {"change_session | @entry_on=2027-01-11 | assigned |",
                                     R"(postpone_for_health | | postponed_health | task:offer_seat
    confirm_stable | | retained |
    assign_session | @entry_on=2027-01-11 | assigned |)"}) {
    std::string const second = starts::admitted + R"(
    hold_pre_reception | attended=yes missing_documents=social_sheet | pre_reception_done
    waive_documents | reason="Dispensé" | pre_reception_done |
    )" + way_back + R"(
    send_dates_letter | | admitted | 71 letter:entry_dates
    )";
    EXPECT_TRUE(play(second, R"(
      hold_pre_reception | attended=yes missing_documents=professional_sheet | pre_reception_done
          | data.documents_waived_because=none
      send_convocation | | refused file_complete | reason="fiche professionnelle"
    )"));
    EXPECT_TRUE(play(second, R"(
      hold_pre_reception | attended=yes missing_documents= | pre_reception_done
      send_convocation | | convoked | letter:convocation
    )"));
  }
}

TEST(Convoked, MayAlsoBePostponedForHealth) {
  EXPECT_TRUE(play(starts::convoked, R"(
    postpone_for_health | | postponed_health | task:offer_seat due.entry=none
    confirm_stable | | retained
  )"));
}

TEST(Entry, StartsTheStayOnItsDayWithAValidDecision) {
  EXPECT_TRUE(play(starts::convoked, R"(
    on 2026-09-08 | | convoked | task:overdue overdue=entry
    record_entry | | invalid_data /data/entered_on
    record_entry | entered_on=2026-09-09 | invalid_data /occurred_on
    doctor: record_entry | entered_on=2026-09-07 | role_not_allowed
    amend | notification.valid_until=2026-09-06 | convoked |
    record_entry | entered_on=2026-09-07 | refused decision_valid
    amend | notification.valid_until=2026-09-07 | convoked |
    record_entry | entered_on=2026-09-08 | refused decision_valid
    admin_assistant: record_entry | entered_on=2026-09-07 | stay report=not_due
        | 47 done:overdue due.entry=none due.referent=2026-09-07 due.contract=2026-09-22
        + due.synthesis_s2=2026-09-18 due.project=2026-09-18 raw.stay_end=2026-12-14 due.stay_end=2026-12-14
  )"));
}

TEST(NoShow, ClosesAndFreesTheSeatAndMayBeReopened) {
  EXPECT_TRUE(play(starts::convoked, R"(
    on 2026-09-07
    admin_assistant: record_no_show | | role_not_allowed
    record_no_show | note="Injoignable" | closed_no_show | 45 task:offer_seat closed=yes data.seat=none
    reopen | reason="Elle a rappelé" | completeness_check | due.completeness=2026-09-14
    check_file | | waiting_committee | due.committee=2026-09-30
  )"));
}

TEST(ChangeOfSession, IsPossibleFromTheSeatToTheConvocationAndWritesTheDatesAnew) {
  for (auto const& start : {starts::admitted, starts::pre_reception_done, starts::convoked})
    EXPECT_TRUE(play(start, R"(
      admin_assistant: change_session | | role_not_allowed
      change_session | @taken=8 | refused seat_free
      change_session | @entry_on=2027-01-11 | assigned
          | due.pre_reception=none due.convocation=none due.entry=none
      send_dates_letter | | admitted | 71 letter:entry_dates due.pre_reception=2026-12-11
    )"));
  EXPECT_TRUE(play(starts::retained, R"(
    change_session | | not_allowed_here
    assign_session | | assigned |
    change_session | @entry_on=2027-01-11 | assigned |
  )"));
}

TEST(Renouncing, IsPossibleInOneStepBeforeEntryAndFreesTheSeat) {
  for (auto const& start :
       {starts::digital, starts::first_contact_sent, starts::file_sent, starts::file_returned,
        starts::waiting_committee, starts::under_review, starts::retained})
    EXPECT_TRUE(play(start, R"(
      coordinator: renounce | | role_not_allowed
      renounce | code=999 | invalid_data /data/code
      renounce | reason="Un emploi" code=115 | closed_renounced | 45 closed=yes
    )"));
  for (auto const& start : {starts::admitted, starts::pre_reception_done, starts::convoked})
    EXPECT_TRUE(play(start, R"(
      renounce | | closed_renounced | 45 task:offer_seat closed=yes data.seat=none
    )"));
  EXPECT_TRUE(play(starts::stay, "renounce | | not_allowed_here"));
}

TEST(Interview, IsFixedInAnyStateBeforeEntry) {
  for (auto const& start : {starts::paper, starts::waiting_committee, starts::convoked})
    EXPECT_TRUE(play(start, R"(
      schedule_interview | on=2026-10-01 | | task:interview
    )"));
  EXPECT_TRUE(play(starts::stay, "schedule_interview | on=2026-10-01 | not_allowed_here"));
}

TEST(TransferBeforeEntry, NeedsThePersonsConsent) {
  EXPECT_TRUE(play(starts::retained, R"(
    transfer | to="ESPO de Nîmes" | invalid_data /data/consent
    transfer | to="ESPO de Nîmes" consent=no | invalid_data /data/consent
    transfer | to="ESPO de Nîmes" consent=yes | closed_transferred | 51 closed=yes absent=reopen
  )"));
  EXPECT_TRUE(play(starts::admitted, R"(
    transfer | to="ESPO de Nîmes" consent=yes | closed_transferred | 51 task:offer_seat data.seat=none
  )"));
  EXPECT_TRUE(play(starts::convoked, R"(transfer | to="Ailleurs" consent=yes | not_allowed_here)"));
}

}  // namespace jalon
