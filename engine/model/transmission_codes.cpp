#include "engine/model/transmission_codes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jalon {

namespace {
using Entry = std::pair<std::string_view, std::string_view>;

constexpr std::array statuses{
    Entry{"41", "Contact effectué"},
    Entry{"42", "Liste d'attente. En cours d'analyse, demande d'admission reçue dans l'ESMS"},
    Entry{"45", "Admission impossible signalée"},
    Entry{"47", "Usager entré"},
    Entry{"48", "Usager sorti"},
    Entry{"51", "Demande de réorientation dans l'ESMS"},
    Entry{"71", "Liste d'attente. Admis dans l'ESMS"},
    Entry{"72", "Liste d'attente. Admissible dans l'ESMS"}};

constexpr std::array reasons{Entry{"86", "plateau technique"},
                             Entry{"92", "amélioration"},
                             Entry{"93", "aggravation"},
                             Entry{"113", "éloignement"},
                             Entry{"114", "ressources insuffisantes"},
                             Entry{"115", "projet de vie"},
                             Entry{"116", "type de handicap"},
                             Entry{"117", "situation changée"},
                             Entry{"118", "refus d'inscription"},
                             Entry{"119", "admis ailleurs"},
                             Entry{"120", "déménagé"},
                             Entry{"121", "refus du projet de l'ESMS"},
                             Entry{"122", "âge"},
                             Entry{"124", "décès"},
                             Entry{"127", "retraite"},
                             Entry{"148", "injoignable"},
                             Entry{"150", "l'usager a pris contact"},
                             Entry{"151", "l'ESMS a pris contact"},
                             Entry{"152", "l'usager a visité"},
                             Entry{"153", "documentation envoyée"},
                             Entry{"172", "changement de situation"}};

template <std::size_t N>
std::string_view find(std::array<Entry, N> const& entries, std::string_view code) {
  auto const found =
      std::find_if(entries.begin(), entries.end(), [&](Entry const& entry) { return entry.first == code; });
  return found == entries.end() ? std::string_view{} : found->second;
}
}  // namespace

std::string transmission_label(std::string_view status_code) {
  auto const display = find(statuses, status_code);
  return display.empty() ? std::string(status_code) : std::string(status_code) + " " + std::string(display);
}

std::string_view reason_label(std::string_view reason_code) {
  return find(reasons, reason_code);
}

bool is_reason_for(std::string_view status_code, std::string_view reason_code) {
  if (reason_label(reason_code).empty()) return false;
  bool const of_contact = reason_code >= "150" && reason_code <= "153" && reason_code.size() == 3;
  bool const of_reorientation = reason_code == "92" || reason_code == "93" || reason_code == "172";
  if (status_code == "41") return of_contact;
  if (status_code == "51") return of_reorientation;
  return status_code == "45" && !of_contact && !of_reorientation;
}

}  // namespace jalon
