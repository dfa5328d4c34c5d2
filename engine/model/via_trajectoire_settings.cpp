#include "engine/model/via_trajectoire_settings.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

namespace jalon {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"lundi",    "mardi",  "mercredi", "jeudi",
                                                   "vendredi", "samedi", "dimanche"};

[[noreturn]] void refuse(std::string const& reason) {
  throw std::invalid_argument("ViaTrajectoire : " + reason);
}

void read(Json const& value, char const* field, std::string& text) {
  auto const found = value.find(field);
  if (found == value.end()) return;
  if (!found->is_string()) refuse(std::string("« ") + field + " » attend un texte.");
  text = found->get<std::string>();
}

// Nine characters; the second may be the letter of a Corsican department.
bool is_finess(std::string const& text) {
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 9) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (!is_digit(text[i]) && !(i == 1 && (text[i] == 'A' || text[i] == 'B'))) return false;
  return true;
}

void check(ViaTrajectoireSettings const& settings) {
  if (!settings.finess.empty() && !is_finess(settings.finess))
    refuse("un numéro FINESS a neuf caractères, par exemple 120001234.");
  auto const& mode = settings.mode_of_care;
  if (!mode.empty() && mode != "46" && mode != "47" && mode != "48")
    refuse("le mode de prise en charge est 46 (hébergement), 47 (accueil de jour) ou 48 (accueil de nuit).");
  if (!settings.profile.starts_with("https://") || settings.profile.find_first_of(" |") != std::string::npos)
    refuse("le profil est une adresse https://…, sans version.");
  if (settings.version.find_first_not_of("0123456789.") != std::string::npos)
    refuse("la version du profil est faite de nombres et de points, par exemple 4.0.4.");
}

}  // namespace

int weekday_number(std::string const& french_name) {
  auto const found = std::find(weekdays.begin(), weekdays.end(), french_name);
  return found == weekdays.end() ? 0 : int(found - weekdays.begin()) + 1;
}

ViaTrajectoireSettings read_via_trajectoire_settings(Json const& value) {
  ViaTrajectoireSettings settings;
  if (value.is_null()) return settings;
  if (!value.is_object()) refuse("un objet est attendu.");
  static constexpr std::array<std::string_view, 6> known{"finess",  "name",    "mode_of_care",
                                                         "profile", "version", "weekday"};
  for (auto const& [field, unused] : value.items())
    if (std::find(known.begin(), known.end(), field) == known.end())
      refuse("le champ « " + field + " » est inconnu.");
  read(value, "finess", settings.finess);
  read(value, "name", settings.name);
  read(value, "mode_of_care", settings.mode_of_care);
  read(value, "profile", settings.profile);
  read(value, "version", settings.version);
  std::string weekday(weekdays.front());
  read(value, "weekday", weekday);
  settings.consultation_weekday = weekday_number(weekday);
  if (settings.consultation_weekday == 0) refuse("le jour est lundi, mardi, … ou dimanche.");
  check(settings);
  return settings;
}

}  // namespace jalon
