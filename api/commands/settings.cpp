// What an establishment sets for itself: calendar, addresses of the MDPH, letter head.
#include <iostream>
#include <map>

#include "api/commands/administration.hpp"
#include "api/commands/files.hpp"
#include "api/commands/keep_setting.hpp"
#include "api/commands/setting_change.hpp"
#include "api/commands/with_program.hpp"
#include "engine/calendar/closure_file.hpp"
#include "engine/model/case_file.hpp"
#include "engine/text/email_address.hpp"

namespace jalon::commands {

namespace {

Json closures_in(std::string const& file) {
  Json closures = Json::array();
  if (file.empty()) return closures;
  auto const reading = read_closures(read_file(file));
  if (!reading.errors.empty())
    throw CommandFailed(file + ", ligne " + std::to_string(reading.errors.front().line) + " : " +
                        reading.errors.front().reason);
  for (auto const& closure : reading.closures)
    closures.push_back(
        {{"first", to_string(closure.first)}, {"last", to_string(closure.last)}, {"reason", closure.reason}});
  return closures;
}

struct CalendarOptions {
  std::string region = "metropole", closures;
  ClockOptions clocks;
};

void set_calendar(CommonOptions const& common, CalendarOptions const& options) {
  if (!parse_region(options.region)) throw CommandFailed("--region : metropole ou alsace-moselle.");
  Json const value{{"region", options.region}, {"closures", closures_in(options.closures)}};
  with_program(common, [&](Program& program) {
    auto const recounted = change_setting(program, common, "calendar", value, options.clocks);
    std::cout << "Calendrier enregistré : " << options.region << ", " << value.at("closures").size()
              << " fermeture(s). " << recounted << "\n";
  });
}

struct MdphOptions {
  std::string department, name, email, address;
};

// Where the MDPH of a department is written to.
void set_mdph(CommonOptions const& common, MdphOptions const& options) {
  if (!is_department(options.department))
    throw CommandFailed("--department attend un numéro, par exemple 12.");
  if (!is_mailable_address(options.email))
    throw CommandFailed("Cette adresse électronique n'a pas la forme attendue.");
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    Json addresses = program.registers.setting(establishment, "mdph_addresses");
    if (!addresses.is_object()) addresses = Json::object();
    addresses[options.department] = {{"email", options.email}};
    if (!options.name.empty()) addresses[options.department]["name"] = options.name;
    if (!options.address.empty()) addresses[options.department]["address"] = options.address;
    keep_setting(program, common, "mdph_addresses", addresses);
  });
  std::cout << "MDPH " << options.department << " : " << options.email << "\n";
}

// When e-mails to the staff may leave.
void set_reminders(CommonOptions const& common, std::string const& morning, std::string const& evening) {
  Json const hours{{"morning", morning}, {"evening", evening}};
  with_program(common, [&](Program& program) { keep_setting(program, common, "reminders", hours); });
  std::cout << "Rappels à l'équipe : le matin à " << morning << ", les urgences jusqu'à " << evening << ".\n";
}

// What stands at the top of letters.
void set_letter_head(CommonOptions const& common, Json const& head) {
  with_program(common, [&](Program& program) { keep_setting(program, common, "letter_head", head); });
  std::cout << "En-tête des courriers enregistré.\n";
}

}  // namespace

namespace {
void add_mdph_setting(CLI::App& group, CommonOptions const& common) {
  auto mdph = std::make_shared<MdphOptions>();
  auto* verb = add_verb(group, "mdph", "Où écrire à la MDPH d'un département",
                        [&common, mdph] { set_mdph(common, *mdph); });
  verb->add_option("--department", mdph->department, "Numéro du département")->required();
  verb->add_option("--email", mdph->email, "Adresse électronique")->required();
  verb->add_option("--name", mdph->name, "Nom, par exemple « MDPH de l'Aveyron »");
  verb->add_option("--address", mdph->address, "Adresse postale");
}

void add_reminders_setting(CLI::App& group, CommonOptions const& common) {
  struct Hours {
    std::string morning = "07:30", evening = "18:00";
  };
  auto hours = std::make_shared<Hours>();
  auto* verb = add_verb(group, "reminders", "À quelles heures partent les courriels à l'équipe",
                        [&common, hours] { set_reminders(common, hours->morning, hours->evening); });
  verb->add_option("--morning", hours->morning, "Le courriel du matin (HH:MM, de 05:00 à 12:00)")
      ->capture_default_str();
  verb->add_option("--evening", hours->evening, "Jusqu'à quand ce qui est urgent part (HH:MM)")
      ->capture_default_str();
}

// How long one stays logged in to the pages.
void add_sessions_setting(CLI::App& group, CommonOptions const& common) {
  auto limits = std::make_shared<std::pair<int, int>>(60, 10);
  auto* verb = add_verb(group, "sessions", "Combien de temps on reste connecté aux pages", [&common, limits] {
    Json const value{{"idle_minutes", limits->first}, {"hours", limits->second}};
    with_program(common, [&](Program& program) { keep_setting(program, common, "sessions", value); });
    std::cout << "Sessions : " << limits->first << " minutes sans activité, " << limits->second
              << " heures en tout.\n";
  });
  verb->add_option("--idle", limits->first, "Minutes sans activité (5 à 480)")->capture_default_str();
  verb->add_option("--hours", limits->second, "Heures en tout (1 à 24)")->capture_default_str();
}

void add_second_factor_setting(CLI::App& group, CommonOptions const& common) {
  auto roles = std::make_shared<std::vector<std::string>>();
  auto* verb =
      add_verb(group, "second-factor", "Quels rôles se connectent avec un second facteur", [&common, roles] {
        with_program(common, [&](Program& program) {
          keep_setting(program, common, "second_factor", {{"roles", *roles}});
        });
        std::cout << "Second facteur demandé à " << roles->size() << " rôle" << (roles->size() > 1 ? "s" : "")
                  << ".\n";
      });
  verb->add_option("--role", *roles, "Un rôle à qui il est demandé ; sans cette option, à personne");
}

void add_letter_head_setting(CLI::App& group, CommonOptions const& common) {
  auto fields = std::make_shared<std::map<std::string, std::string>>();
  auto plain = std::make_shared<bool>(false);
  auto* verb =
      add_verb(group, "letter-head", "L'en-tête des courriers de l'établissement", [&common, fields, plain] {
        Json head{{"plain_language", *plain}};
        for (auto const& [name, value] : *fields)
          if (!value.empty()) head[name] = value;
        set_letter_head(common, head);
      });
  verb->add_option("--name", (*fields)["name"], "Nom")->required();
  verb->add_option("--address", (*fields)["address"], "Adresse postale")->required();
  verb->add_option("--city", (*fields)["city"], "Lieu, devant la date");
  verb->add_option("--phone", (*fields)["phone"], "Téléphone");
  verb->add_option("--email", (*fields)["email"], "Adresse électronique");
  verb->add_option("--documents-url", (*fields)["documents_url"], "Où lire les documents contractuels");
  verb->add_option("--brochure-url", (*fields)["brochure_url"], "Où lire la plaquette d'information");
  verb->add_option("--signatory", (*fields)["signatory"], "Qui signe les courriers");
  verb->add_option("--signatory-title", (*fields)["signatory_title"], "La fonction de qui signe");
  verb->add_flag("--plain-language", *plain, "Écrire aux personnes en langage simple");
}
}  // namespace

void add_settings(CLI::App& app, CommonOptions const& common) {
  auto* group =
      app.add_subcommand("setting", "Les réglages d'un établissement")->require_subcommand(1)->fallthrough();
  auto calendar = std::make_shared<CalendarOptions>();
  auto* verb = add_verb(*group, "calendar", "Région et fermetures : le calendrier des échéances",
                        [&common, calendar] { set_calendar(common, *calendar); });
  verb->add_option("--region", calendar->region, "metropole ou alsace-moselle")->capture_default_str();
  verb->add_option("--closures", calendar->closures, "Fichier : une fermeture par ligne, début;fin;motif");
  add_clock_options(*verb, calendar->clocks);
  add_mdph_setting(*group, common);
  add_reminders_setting(*group, common);
  add_sessions_setting(*group, common);
  add_second_factor_setting(*group, common);
  add_letter_head_setting(*group, common);
  add_signatory_setting(*group, common);
  add_via_trajectoire_setting(*group, common);
}

}  // namespace jalon::commands
