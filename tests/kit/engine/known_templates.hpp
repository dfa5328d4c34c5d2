// The message templates the contract names: those of the letters that Jalon comes with.
#pragma once
#include "engine/proof/proof.hpp"

namespace jalon::kit {

inline ProofContext known_templates() {
  return {{"first_contact", "admission_file", "reminder", "entry_dates", "convocation",
           "decision_not_retained", "invalid_notification", "final_report", "mdph_registration_request"}};
}

}  // namespace jalon::kit
