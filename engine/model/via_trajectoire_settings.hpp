// Who an establishment is on ViaTrajectoire and how it works with it: its setting `via_trajectoire`.
#pragma once
#include <string>

#include "engine/json/json.hpp"

namespace jalon {

struct ViaTrajectoireSettings {
  std::string finess;        // of the geographical entity, nine characters; empty: not known yet
  std::string name;          // as the MDPH reads it; empty: the establishment's own
  std::string mode_of_care;  // TRE_R213: 46, 47 or 48; empty: not said
  // The profile of a report, whose releases follow each other (ANS, « Suivi des décisions d'orientation »).
  std::string profile = "https://interop.esante.gouv.fr/ig/fhir/sdo/StructureDefinition/sdo-task";
  std::string version = "4.0.4";
  int consultation_weekday = 1;  // 1 Monday … 7 Sunday: the day of the weekly look (pathway P01)
};

// Reads the setting; null is one never set. Throws std::invalid_argument, with a French message.
ViaTrajectoireSettings read_via_trajectoire_settings(Json const& value);

// 1 for « lundi » … 7 for « dimanche »; 0 for anything else.
int weekday_number(std::string const& french_name);

}  // namespace jalon
