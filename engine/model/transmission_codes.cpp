#include "engine/model/transmission_codes.hpp"

#include <algorithm>
#include <array>

namespace jalon {

namespace {

struct Status {
  std::string_view code, display;
  bool needs_reason = false;
};

constexpr std::array statuses{
    Status{"41", "Contact effectué"},
    Status{"42", "Liste d'attente. En cours d'analyse, demande d'admission reçue dans l'ESMS"},
    Status{"45", "Admission impossible signalée", true},
    Status{"46", "Admission impossible entérinée", true},
    Status{"47", "Usager entré"},
    Status{"48", "Usager sorti"},
    Status{"51", "Demande de réorientation dans l'ESMS"},
    Status{"71", "Liste d'attente. Admis dans l'ESMS"},
    Status{"72", "Liste d'attente. Admissible dans l'ESMS"}};

// With which statuses a reason goes.
enum class Group { contact, impossible, reorientation };

struct Reason {
  std::string_view code, label;
  Group group;
};

constexpr std::array reasons{Reason{"86", "plateau technique", Group::impossible},
                             Reason{"92", "amélioration", Group::reorientation},
                             Reason{"93", "aggravation", Group::reorientation},
                             Reason{"113", "éloignement", Group::impossible},
                             Reason{"114", "ressources insuffisantes", Group::impossible},
                             Reason{"115", "projet de vie", Group::impossible},
                             Reason{"116", "type de handicap", Group::impossible},
                             Reason{"117", "situation changée", Group::impossible},
                             Reason{"118", "refus d'inscription", Group::impossible},
                             Reason{"119", "admis ailleurs", Group::impossible},
                             Reason{"120", "déménagé", Group::impossible},
                             Reason{"121", "refus du projet de l'ESMS", Group::impossible},
                             Reason{"122", "âge", Group::impossible},
                             Reason{"124", "décès", Group::impossible},
                             Reason{"127", "retraite", Group::impossible},
                             Reason{"148", "injoignable", Group::impossible},
                             Reason{"150", "l'usager a pris contact", Group::contact},
                             Reason{"151", "l'ESMS a pris contact", Group::contact},
                             Reason{"152", "l'usager a visité", Group::contact},
                             Reason{"153", "documentation envoyée", Group::contact},
                             Reason{"172", "changement de situation", Group::reorientation}};

template <class Entries>
auto find(Entries const& entries, std::string_view code) {
  return std::find_if(entries.begin(), entries.end(), [&](auto const& entry) { return entry.code == code; });
}

bool goes_with(std::string_view status_code, Group group) {
  switch (group) {
    case Group::contact:
      return status_code == "41";
    case Group::impossible:
      return status_code == "45" || status_code == "46";
    case Group::reorientation:
      return status_code == "51";
  }
  return false;
}

}  // namespace

std::string_view status_display(std::string_view status_code) {
  auto const found = find(statuses, status_code);
  return found == statuses.end() ? std::string_view{} : found->display;
}

std::string transmission_label(std::string_view status_code) {
  auto const display = status_display(status_code);
  return display.empty() ? std::string(status_code) : std::string(status_code) + " " + std::string(display);
}

std::string_view reason_label(std::string_view reason_code) {
  auto const found = find(reasons, reason_code);
  return found == reasons.end() ? std::string_view{} : found->label;
}

std::vector<std::string_view> reasons_for(std::string_view status_code) {
  std::vector<std::string_view> codes;
  for (auto const& reason : reasons)
    if (goes_with(status_code, reason.group)) codes.push_back(reason.code);
  return codes;
}

bool is_reason_for(std::string_view status_code, std::string_view reason_code) {
  auto const found = find(reasons, reason_code);
  return found != reasons.end() && goes_with(status_code, found->group);
}

bool needs_reason(std::string_view status_code) {
  auto const found = find(statuses, status_code);
  return found != statuses.end() && found->needs_reason;
}

}  // namespace jalon
