// Sessions from a terminal: seats and who is next, and the lists to print.
#include <iostream>

#include "api/commands/committee_verbs.hpp"
#include "api/commands/desk.hpp"
#include "api/commands/paper_file.hpp"
#include "api/endpoints/all_items.hpp"
#include "api/endpoints/session_lists.hpp"

namespace jalon::commands {

namespace {

struct SessionOptions {
  std::string id, file, on;
};

void list_sessions(CommonOptions const& common) {
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    auto const all = api::all_items(
        [&](PageRequest const& request) { return program.registers.sessions(establishment, request); });
    if (common.json) return void(std::cout << all.dump() << "\n");
    for (auto const& each : all)
      std::cout << each.at("id").get<std::string>() << "  " << each.at("entry_on").get<std::string>() << "  "
                << each.at("taken") << " place(s) sur " << each.at("capacity") << "\n";
  });
}

Json require_session(Program& program, std::string const& establishment, std::string const& id,
                     std::string const& paper) {
  auto session = program.sessions.read({establishment, std::nullopt}, id, paper, "console");
  if (!session) throw CommandFailed("Cette session n'existe pas.");
  return std::move(*session);
}

std::string name_of_line(Json const& line) {
  return line.at("reference").get<std::string>() + "  " + line.at("family_name").get<std::string>() + " " +
         line.at("given_name").get<std::string>();
}

void show_session(CommonOptions const& common, SessionOptions const& options) {
  with_program(common, [&](Program& program) {
    auto const session = api::session_seen_by(
        console_roles, require_session(program, program.establishment(common), options.id, "session"));
    if (common.json) return void(std::cout << session.dump() << "\n");
    std::cout << "Entrée le " << session.at("entry_on").get<std::string>() << " : " << session.at("free")
              << " place(s) libre(s) sur " << session.at("capacity") << "\n";
    for (auto const& seat : session.at("seats")) std::cout << "  " << name_of_line(seat) << "\n";
    auto const entry = parse_date(session.at("entry_on").get<std::string>());
    if (entry && *entry < paris_date(program.registers.clock().now)) return;  // its seats are offered no more
    for (auto const& line : session.at("waiting"))
      std::cout << (line.at("offered") ? "À proposer : " : "En attente : ") << name_of_line(line) << "  "
                << line.at("reason").get<std::string>() << "\n";
  });
}

void print_list(CommonOptions const& common, SessionOptions const& options,
                std::string const& template_name) {
  require_ending(options.file, {".pdf"});
  if (!options.on.empty() && !parse_date(options.on)) throw CommandFailed("--on attend AAAA-MM-JJ.");
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    auto const session = require_session(program, establishment, options.id, template_name);
    auto const on = options.on.empty() ? session.at("entry_on").get<std::string>() : options.on;
    auto const content = template_name == "attendance_list"
                             ? api::attendance_content(session, on)
                             : api::pre_reception_content(session, console_roles);
    auto const page = paper_page(program, establishment, template_name, content);
    write_paper(common, options.file, program.printer.print({page}, ""));
  });
}

struct NewSessionOptions {
  Acting acting;
  std::string entry_on, pre_reception_on;
  int capacity = 0, weeks = 14;
};

void open_session(CommonOptions const& common, NewSessionOptions const& options) {
  Json body{{"entry_on", options.entry_on}, {"weeks", options.weeks}};
  if (options.capacity > 0) body["capacity"] = options.capacity;
  if (!options.pre_reception_on.empty()) body["pre_reception_on"] = options.pre_reception_on;
  with_desk(common, options.acting, [&](Desk& desk) {
    auto const added = desk.ask("POST", "/sessions", body);
    if (common.json) return void(std::cout << added.dump() << "\n");
    std::cout << added.at("id").get<std::string>() << "  " << options.entry_on << "\n";
  });
}

void add_opening(CLI::App& group, CommonOptions const& common) {
  auto options = std::make_shared<NewSessionOptions>();
  auto* verb = add_verb(group, "add", "Ouvre une session : son identifiant est montré",
                        [&common, options] { open_session(common, *options); });
  verb->add_option("--entry-on", options->entry_on, "Le jour de l'entrée, AAAA-MM-JJ")->required();
  verb->add_option("--capacity", options->capacity,
                   "Places (sans cette option : la taille réglée des groupes)")
      ->check(CLI::Range(1, 200));
  verb->add_option("--weeks", options->weeks, "Semaines du parcours")->capture_default_str();
  verb->add_option("--pre-reception-on", options->pre_reception_on, "Le jour du pré-accueil, AAAA-MM-JJ");
  add_acting(*verb, options->acting.login);
}

}  // namespace

void add_session(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("session", "Les sessions, leurs places et leurs listes")
                    ->require_subcommand(1)
                    ->fallthrough();
  auto options = std::make_shared<SessionOptions>();
  add_verb(*group, "list", "Les sessions et leurs places", [&common] { list_sessions(common); });
  add_opening(*group, common);
  auto* show = add_verb(*group, "show", "Qui a une place, et qui est la personne suivante",
                        [&common, options] { show_session(common, *options); });
  auto* checks = add_verb(*group, "pre-reception", "La liste du pré-accueil et ses trois vérifications",
                          [&common, options] { print_list(common, *options, "pre_reception_list"); });
  auto* attendance = add_verb(*group, "attendance", "La feuille de présence à signer",
                              [&common, options] { print_list(common, *options, "attendance_list"); });
  attendance->add_option("--on", options->on, "Le jour, AAAA-MM-JJ (sans lui : l'entrée)");
  for (auto* verb : {checks, attendance})
    verb->add_option("--out", options->file, "Fichier .pdf à écrire")->required();
  for (auto* verb : {show, checks, attendance})
    verb->add_option("ID", options->id, "Identifiant, montré par `jalon session list`")->required();
  add_session_batches(*group, common);
  add_session_changes(*group, common);
}

}  // namespace jalon::commands
