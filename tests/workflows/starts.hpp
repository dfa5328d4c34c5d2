// How far a case has come before the rows of a test: each start goes on from the one above.
#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/kit/engine/journey_table.hpp"
#include "workflows/registry.hpp"

namespace jalon::starts {

inline std::string const paper = R"(
  today 2026-01-05
  open_case | channel=paper | notified_paper via_trajectoire=unknown life=open report=none
      | due.first_contact=2026-01-20
)";
inline std::string const digital = R"(
  today 2026-01-05
  open_case | channel=digital national_decision_id=DEC-1 valid_until=2031-12-31
      | notified_digital via_trajectoire=linked life=open report=none | due.first_contact=2026-01-20
)";
inline std::string const first_contact_sent = digital + R"(
  on 2026-01-08
  send_first_contact | | first_contact_sent
      | 41 letter:first_contact due.first_contact_answer=2026-03-09 raw.first_contact_answer=2026-03-08
      + due.first_contact=none
)";
inline std::string const file_sent = first_contact_sent + R"(
  on 2026-01-20
  receive_documents | documents=notifications | file_sent
      | 42 letter:admission_file due.file_return=2026-02-20 due.first_contact_answer=none
)";
inline std::string const file_returned = file_sent + R"(
  on 2026-02-10
  return_file | documents=sheets | completeness_check | due.completeness=2026-02-17
)";
inline std::string const waiting_committee = file_returned + R"(
  check_file | | waiting_committee | due.committee=2026-03-31
)";
inline std::string const under_review = waiting_committee + R"(
  list_for_committee | @held_on=2026-03-12 | on_committee_list | due.committee=2026-03-12
  on 2026-03-12
  open_review | | under_review | due.committee=none
)";
inline std::string const retained = under_review + R"(
  decide | outcome=retained aim="Un métier sans port de charges" choice=person rank=1 | retained
      | 72 due.seat=2026-06-12
)";
inline std::string const admitted = retained + R"(
  assign_session | @entry_on=2026-09-07 | assigned | due.dates_letter=2026-03-19 due.seat=none
  send_dates_letter | | admitted | 71 letter:entry_dates due.pre_reception=2026-08-07
)";
inline std::string const pre_reception_done = admitted + R"(
  on 2026-08-07
  hold_pre_reception | attended=yes medically_stable=yes | pre_reception_done | due.convocation=2026-08-17
)";
inline std::string const convoked = pre_reception_done + R"(
  on 2026-08-17
  send_convocation | | convoked | letter:convocation due.entry=2026-09-07
)";
inline std::string const stay = convoked + R"(
  on 2026-09-07
  record_entry | entered_on=2026-09-07
      | stay report=not_due stay.assessment=awaiting_s2 stay.contract=to_sign stay.referent=to_designate
      + stay.project=collecting stay.internships=open
      | 47 due.stay_end=2026-12-14
)";
// The final synthesis is held, the fourteen weeks are over.
inline std::string const follow_up = stay + R"(
  designate_referent | user=m.durand | stay.referent=designated
  sign_contract | signed_on=2026-09-07 | stay.contract=signed
  draft_project | objectives="Vérifier deux métiers" | stay.project=drafted
  on 2026-09-18
  hold_initial_synthesis | summary="Bons débuts" | stay.assessment=in_progress
  hold_final_synthesis | summary="Bilan partagé" | stay.assessment=final_held report=drafting
  on 2026-12-11
  depart | departed_on=2026-12-11 | follow_up stay.contract=none
      | 48 due.follow_up_end=2027-12-11 due.follow_up_check=2027-01-11 due.stay_end=none
)";

}  // namespace jalon::starts

namespace jalon {

// Plays the tables one after the other on the pre-orientation pathway.
inline testing::AssertionResult play(std::string const& start, std::string const& table) {
  auto const failures = kit::JourneyTable(all_workflows().front()).play(start + table);
  if (failures.empty()) return testing::AssertionSuccess();
  auto result = testing::AssertionFailure();
  for (auto const& failure : failures) result << "\n" << failure;
  return result;
}

}  // namespace jalon
