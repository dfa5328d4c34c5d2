// What an assistant copies into ViaTrajectoire, line by line, when a report is made by hand.
#pragma once
#include <optional>
#include <string>

#include "engine/calendar/date.hpp"

namespace jalon {

struct WordedTransmission {
  std::string code;                   // TRE_R357
  std::optional<std::string> reason;  // TRE_R358
  Date occurred_on;                   // the day of the event that is reported
  std::optional<Date> planned_entry_on;
  std::string reference;                            // of the case: no name leaves this way
  std::optional<std::string> national_decision_id;  // not known before the case is linked
};

// « Statut à saisir : Contact effectué (41) », then the reason, the dates and the decision, one a line.
std::string transmission_wording(WordedTransmission const& transmission);

}  // namespace jalon
