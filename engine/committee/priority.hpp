// In which order files stand before a committee, and afterwards those who wait for a seat.
#pragma once
#include <optional>
#include <string>

#include "engine/calendar/date.hpp"
#include "engine/json/json.hpp"

namespace jalon {

// What orders a file: « prioriser les dossiers en fonction de la situation sociale, médicale et date d'envoi
// du dossier » (L1232-1233). The date is that on which the file came back from the person (reading C18);
// a rank that the committee gave comes before everything else.
struct Priority {
  std::optional<int> rank;                             // from 1
  std::optional<int> social_urgency, medical_urgency;  // 0 (none) to 3 (strong); nothing: not graded yet
  std::optional<Date> returned_on;
  std::string reference;  // decides among equals, so that the order is the same each time
};

Priority priority_of(Json const& line);  // fields of these names; absent and null are nothing

// Rank, social urgency, medical urgency, date. What nobody has graded comes after what was graded 0: it is
// seen at the end of the list and asks to be graded.
bool comes_before(Priority const& one, Priority const& other);

// « Urgence sociale 3, urgence médicale non évaluée, dossier reçu le 12/03/2026 »
std::string reason_of(Priority const& priority);
// Which of these puts a line after the one before it: « urgence sociale 1 contre 3 pour le n° 2 ».
std::string difference(Priority const& before, int place_before, Priority const& priority);

// The lines in their order, each with its "place" (from 1), "reason" and "difference" (null for the first).
Json in_order_of_priority(Json lines);

}  // namespace jalon
