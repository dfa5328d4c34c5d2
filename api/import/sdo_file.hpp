#pragma once

#include "api/import/notification_file.hpp"

namespace jalon {

// Reads decisions of orientation as ViaTrajectoire hands them out (ANS, Suivi des décisions d'orientation,
// flux 1): a FHIR DocumentReference of the profile « esms-document-reference », or a Bundle of them, in JSON.
// Each of type « individu et décision » (LOINC 57830-2) that grants a pre-orientation (11.2) is one digital
// notification, received on the day when the national system last changed it. The rest is refused one by one,
// each with its place in the bundle as its line; fields are checked as those of a CSV
// (notification_line.hpp).
NotificationFile read_decisions(std::string_view text, Date today);

}  // namespace jalon
