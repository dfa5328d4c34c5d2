// How far a case came, as the entries of its history tell that no correction took back: what statistics are
// counted from. One per notification received in the period looked at.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/calendar/date.hpp"

namespace jalon {

struct Milestones {
  std::string channel, mdph;  // « digital », « 12 »
  std::string state;          // where it stands today, « closed_no_answer »
  bool closed = false;
  Date received_on;
  // The first letter to the person; a paper notification's is the admission file itself.
  std::optional<Date> contacted_on, file_sent_on, returned_on;
  std::optional<Date> complete_on;        // ready for the committee
  std::optional<bool> complete_at_first;  // whether the first check found nothing missing
  std::optional<Date> decided_on;         // the committee's last decision
  std::optional<std::string> decision;
  std::optional<bool> came_to_pre_reception;
  std::optional<Date> entered_on, contract_signed_on, departed_on;
  int internship_hours = 0;
  std::optional<std::string> recommendation;  // of the report as last submitted
  std::vector<std::string> needs;             // SERAFIN-PH codes of that report
  std::optional<std::string> cdaph_outcome;
  std::optional<std::string> follow_up_at_twelve_months;  // its result
};

}  // namespace jalon
