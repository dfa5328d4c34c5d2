#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/calendar/date.hpp"
#include "engine/json/json.hpp"

namespace jalon {

// A good line: what POST /cases takes as `person` and `notification`.
struct ImportedNotification {
  std::size_t line;
  Json person;
  Json notification;
};

// A refused line, or a refused file (then nothing is accepted). There is one per line of the file: the column
// of its first fault, and every fault in the reason.
struct RejectedLine {
  std::size_t line;
  std::string column;  // its French name; empty when the fault is not in one column
  std::string reason;  // a French sentence
};

struct NotificationFile {
  std::vector<ImportedNotification> accepted;  // in the order of the file
  std::vector<RejectedLine> rejected;          // likewise
};

// Reads notifications from CSV: UTF-8 with or without BOM, `;` or `,`, a heading first.
// Required columns: nom, prenom, date_naissance, canal (numerique|papier), recue_le, mdph.
// Optional: courriel, telephone, adresse, preference (courrier|courriel), numero_decision,
// numero_decision_national, numero_individu_vt, valide_du, valide_au, representant_legal, personne_ressource.
// The JSON names of the fields and their values are understood too. Dates: YYYY-MM-DD or DD/MM/YYYY.
//
// The file is refused as a whole when it is not UTF-8, is empty or larger than 10 MiB, or when its heading
// lacks, repeats or invents a column. A line is refused for what it lacks, for a date or code that cannot be,
// for what lies in the future of `today`, and for repeating an accepted line (same national decision, or same
// name, birth date and day of receipt).
NotificationFile read_notifications(std::string_view text, Date today);

}  // namespace jalon
