// Who the establishment is on ViaTrajectoire, and on which day of the week it is looked through.
#include <algorithm>
#include <iostream>
#include <map>

#include "api/commands/administration.hpp"
#include "api/commands/keep_setting.hpp"
#include "api/commands/with_program.hpp"

namespace jalon::commands {

namespace {

using Fields = std::map<std::string, std::string>;

// What is not named stays as it was.
void set_via_trajectoire(CommonOptions const& common, Fields const& fields) {
  if (std::all_of(fields.begin(), fields.end(), [](auto const& field) { return field.second.empty(); }))
    throw CLI::RequiredError("au moins un réglage, par exemple --finess,");
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    Json setting = program.registers.setting(establishment, "via_trajectoire");
    if (!setting.is_object()) setting = Json::object();
    for (auto const& [name, value] : fields)
      if (!value.empty()) setting[name] = value;
    keep_setting(program, common, "via_trajectoire", setting);
    if (common.json)
      std::cout << setting.dump() << "\n";
    else
      std::cout << "Réglage de ViaTrajectoire enregistré.\n";
  });
}

}  // namespace

void add_via_trajectoire_setting(CLI::App& group, CommonOptions const& common) {
  auto fields = std::make_shared<Fields>();
  auto* verb =
      add_verb(group, "via-trajectoire", "L'établissement sur ViaTrajectoire, et le jour de la consultation",
               [&common, fields] { set_via_trajectoire(common, *fields); });
  verb->add_option("--finess", (*fields)["finess"], "Numéro FINESS géographique (neuf caractères)");
  verb->add_option("--name", (*fields)["name"], "Nom montré à la MDPH (sans lui : celui des courriers)");
  verb->add_option("--mode", (*fields)["mode_of_care"],
                   "Mode de prise en charge : 46 hébergement, 47 accueil de jour, 48 accueil de nuit");
  verb->add_option("--weekday", (*fields)["weekday"], "Jour de la consultation hebdomadaire (lundi)");
  verb->add_option("--profile", (*fields)["profile"], "Adresse du profil sdo-task");
  verb->add_option("--profile-version", (*fields)["version"], "Version de ce profil (4.0.4)");
}

}  // namespace jalon::commands
