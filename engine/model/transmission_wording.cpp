#include "engine/model/transmission_wording.hpp"

#include "engine/model/transmission_codes.hpp"

namespace jalon {

namespace {

std::string with_code(std::string_view label, std::string const& code) {
  return label.empty() ? code : std::string(label) + " (" + code + ")";
}

std::string line(std::string_view name, std::string const& value) {
  return std::string(name) + " : " + value + "\n";
}

}  // namespace

std::string transmission_wording(WordedTransmission const& transmission) {
  std::string text = line("Statut à saisir", with_code(status_display(transmission.code), transmission.code));
  if (transmission.reason)
    text += line("Motif", with_code(reason_label(*transmission.reason), *transmission.reason));
  text += line("Date", french(transmission.occurred_on));
  if (transmission.planned_entry_on)
    text += line("Date d’entrée prévue", french(*transmission.planned_entry_on));
  text += line("Décision nationale",
               transmission.national_decision_id.value_or("pas encore connue, dossier à rapprocher"));
  return text + "Dossier : " + transmission.reference;
}

}  // namespace jalon
