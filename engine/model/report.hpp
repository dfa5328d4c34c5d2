// A report to the MDPH with everything a document about it may say: one event of one decision.
#pragma once
#include <optional>
#include <string>

#include "engine/calendar/instant.hpp"
#include "engine/model/via_trajectoire_settings.hpp"

namespace jalon {

struct Report {
  std::string establishment, id;  // of the transmission
  std::string reference;          // of the case
  std::string status;             // queued, to_do, confirmed
  std::string code;               // TRE_R357
  std::optional<std::string> reason;
  Date occurred_on;  // the day of the event
  Instant written_at;
  std::optional<std::string> decision_id, national_decision_id;  // the MDPH's, ViaTrajectoire's
  ViaTrajectoireSettings structure;                              // its name is never empty here
  int attempts = 0;                                              // to send it, before this one
};

}  // namespace jalon
