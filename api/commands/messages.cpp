// What will leave to the staff, before it does.
#include <iostream>

#include "api/commands/reminder_verbs.hpp"
#include "api/commands/with_program.hpp"
#include "api/endpoints/planned_mails.hpp"

namespace jalon::commands {

namespace {

std::string text_of(Json const& json, char const* field) {
  auto const& value = json.at(field);
  return value.is_string() ? value.get<std::string>() : "";
}

std::string french_day(std::string const& iso) {
  auto const day = parse_date(iso).value();
  return french_weekday(day) + " " + french(day);
}

std::string why(Json const& line) {
  auto const because = text_of(line, "because"), instead_of = text_of(line, "instead_of");
  if (because == "role") return "";
  if (instead_of.empty()) return "  (personne d'autre à prévenir)";
  return "  (remplacement : " + instead_of + ")";
}

void print_line(Json const& line) {
  std::cout << "    " << (text_of(line, "section") == "late" ? "en retard  " : "à venir    ")
            << text_of(line, "reference") << "  " << french(parse_date(text_of(line, "due")).value()) << "  "
            << text_of(line, "label") << why(line) << "\n";
}

void print_day(Json const& day) {
  if (!day.at("open").get<bool>()) return;
  for (auto const& digest : day.at("digests")) {
    std::cout << french_day(text_of(day, "day")) << "  " << text_of(digest, "login") << " : "
              << digest.at("late").get<int>() << " en retard, " << digest.at("this_week").get<int>()
              << " cette semaine\n";
    for (auto const& line : digest.at("lines")) print_line(line);
  }
  for (auto const& item : day.at("unheard"))
    std::cout << french_day(text_of(day, "day")) << "  personne à prévenir : " << text_of(item, "reference")
              << "  " << text_of(item, "label") << "\n";
}

void print_planned(CommonOptions const& common, int days) {
  with_program(common, [&](Program& program) {
    auto const planned =
        api::planned_mails({program.reminders, program.settings, program.policies, program.pathways},
                           program.establishment(common), days, true);
    if (common.json) return void(std::cout << planned.dump() << "\n");
    for (auto const& mail : planned.at("urgent"))
      std::cout << "urgent  " << text_of(mail, "login") << " : dossier " << text_of(mail, "reference")
                << ", entrée le " << french(parse_date(text_of(mail, "entry_on")).value()) << ", part le "
                << french(parse_date(text_of(mail, "leaves_at").substr(0, 10)).value()) << "\n";
    for (auto const& day : planned.at("items")) print_day(day);
    for (auto const& mail : planned.at("waiting"))
      std::cout << "en attente  " << text_of(mail, "template") << "  " << text_of(mail, "reference")
                << (text_of(mail, "not_before").empty()
                        ? ""
                        : "  nouvel essai après " + text_of(mail, "not_before"))
                << "\n";
  });
}

}  // namespace

void add_messages(CLI::App& app, CommonOptions const& common) {
  auto* group =
      app.add_subcommand("messages", "Les messages à l'équipe")->require_subcommand(1)->fallthrough();
  auto days = std::make_shared<int>(14);
  auto* verb = add_verb(*group, "planned", "Ce qui partira dans les jours qui viennent, à qui et pourquoi",
                        [&common, days] { print_planned(common, *days); });
  verb->add_option("--days", *days, "Combien de jours regarder en avant")
      ->check(CLI::Range(1, 60))
      ->capture_default_str();
}

}  // namespace jalon::commands
