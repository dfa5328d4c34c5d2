// When colleagues are away, for whoever administers the house.
#include <algorithm>
#include <iostream>
#include <map>

#include "api/commands/reminder_verbs.hpp"
#include "api/commands/with_program.hpp"
#include "api/endpoints/all_items.hpp"
#include "api/endpoints/hashing.hpp"

namespace jalon::commands {

namespace {

struct AbsenceOptions {
  std::string login, from, until, reason = "leave", substitute, id;
};

std::string const& french_reason(std::string const& reason) {
  static std::map<std::string, std::string> const known{
      {"leave", "congés"}, {"training", "formation"}, {"mission", "mission"}, {"other", "autre"}};
  return known.at(reason);
}

Date read_day(std::string const& text, char const* option) {
  auto const day = parse_date(text);
  if (!day) throw CommandFailed(std::string(option) + " attend un jour, par exemple 2026-08-03.");
  return *day;
}

void refuse(AbsenceAdded outcome, AbsenceOptions const& options) {
  switch (outcome) {
    case AbsenceAdded::yes:
      return;
    case AbsenceAdded::no_such_account:
      throw CommandFailed("Il n'y a pas de compte actif « " + options.login + " ».");
    case AbsenceAdded::no_such_substitute:
      throw CommandFailed("--substitute attend un autre compte actif.");
    case AbsenceAdded::substitute_without_role:
      throw CommandFailed("« " + options.substitute + " » n'a aucun des rôles de « " + options.login +
                          " », et ne coordonne pas.");
    case AbsenceAdded::overlapping:
      throw CommandFailed("Une autre absence de « " + options.login +
                          " » couvre déjà une partie de ces jours.");
  }
}

void add_absence(CommonOptions const& common, AbsenceOptions const& options) {
  NewAbsence absence{options.login,
                     read_day(options.from, "--from"),
                     read_day(options.until, "--until"),
                     options.reason,
                     {}};
  if (!options.substitute.empty()) absence.substitute = options.substitute;
  with_program(common, [&](Program& program) {
    if (absence.until < absence.from || absence.until < paris_date(program.registers.clock().now) ||
        days_between(absence.from, absence.until) > 365)
      throw CommandFailed("--until vient après --from et n'est pas passé ; une absence dure au plus un an.");
    auto const establishment = program.establishment(common);
    auto const id = api::new_uuid();
    refuse(program.absences.add(establishment, id, absence, "console"), options);
    if (common.json) return void(std::cout << program.absences.find(establishment, id)->dump() << "\n");
    std::cout << "Absence enregistrée : " << id << "\n";
  });
}

Json all_absences(Program& program, std::string const& establishment, AbsenceOptions const& options) {
  std::optional<std::string> login;
  if (!options.login.empty()) login = options.login;
  return api::all_items(
      [&](PageRequest const& request) { return program.absences.list(establishment, login, request); });
}

void list_absences(CommonOptions const& common, AbsenceOptions const& options) {
  with_program(common, [&](Program& program) {
    auto const items = all_absences(program, program.establishment(common), options);
    if (common.json) return void(std::cout << items.dump() << "\n");
    for (auto const& absence : items) {
      std::cout << absence.at("id").get<std::string>() << "  " << absence.at("login").get<std::string>()
                << "  du " << absence.at("from").get<std::string>() << " au "
                << absence.at("until").get<std::string>() << "  " << french_reason(absence.at("reason"));
      if (!absence.at("substitute").is_null())
        std::cout << "  remplacement : " << absence.at("substitute").get<std::string>();
      std::cout << (absence.at("ended_at").is_null() ? "" : "  (finie avant son terme)") << "\n";
    }
  });
}

void end_absence(CommonOptions const& common, AbsenceOptions const& options) {
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    if (!program.absences.find(establishment, options.id) ||
        !program.absences.end(establishment, options.id, "console"))
      throw CommandFailed("Il n'y a pas d'absence en cours ou à venir « " + options.id + " ».");
  });
  if (!common.json) std::cout << "Absence finie.\n";
}

}  // namespace

void add_absences(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("absence", "Les absences de l'équipe et qui remplace")
                    ->require_subcommand(1)
                    ->fallthrough();
  auto options = std::make_shared<AbsenceOptions>();
  auto* add = add_verb(*group, "add", "Annonce une absence : plus de rappel à cette personne",
                       [&common, options] { add_absence(common, *options); });
  add->add_option("--login", options->login, "Qui est absent")->required();
  add->add_option("--from", options->from, "Premier jour (AAAA-MM-JJ)")->required();
  add->add_option("--until", options->until, "Dernier jour")->required();
  add->add_option("--reason", options->reason,
                  "leave : congés ; training : formation ; mission ; other : autre")
      ->check(CLI::IsMember({"leave", "training", "mission", "other"}))
      ->capture_default_str();
  add->add_option("--substitute", options->substitute, "Qui reçoit ses lignes pendant ce temps");
  auto* list = add_verb(*group, "list", "Montre les absences, la dernière annoncée d'abord",
                        [&common, options] { list_absences(common, *options); });
  list->add_option("--login", options->login, "Celles d'un compte, et celles où il remplace");
  auto* end = add_verb(*group, "end", "Finit une absence avant son terme",
                       [&common, options] { end_absence(common, *options); });
  end->add_option("id", options->id, "Son identifiant, montré par `jalon absence list`")->required();
}

}  // namespace jalon::commands
