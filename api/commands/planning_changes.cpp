// A committee or a session put right from a terminal, while nothing hangs on it.
#include <iostream>

#include "api/commands/committee_verbs.hpp"
#include "api/commands/desk.hpp"

namespace jalon::commands {

namespace {

struct ChangeOptions {
  Acting acting;
  std::string id, on, entry_on, pre_reception_on;
  int capacity = 0, weeks = 0;
  bool without_pre_reception = false;
};

void move_committee(CommonOptions const& common, ChangeOptions const& options) {
  with_desk(common, options.acting, [&](Desk& desk) {
    auto const moved = desk.ask("PATCH", "/committees/" + options.id, {{"held_on", options.on}});
    if (common.json) return void(std::cout << moved.dump() << "\n");
    std::cout << "La commission a lieu le " << moved.at("held_on").get<std::string>() << ".\n";
  });
}

Json patch_of(ChangeOptions const& options) {
  Json patch = Json::object();
  if (!options.entry_on.empty()) patch["entry_on"] = options.entry_on;
  if (options.capacity > 0) patch["capacity"] = options.capacity;
  if (options.weeks > 0) patch["weeks"] = options.weeks;
  if (!options.pre_reception_on.empty()) patch["pre_reception_on"] = options.pre_reception_on;
  if (options.without_pre_reception) patch["pre_reception_on"] = nullptr;
  return patch;
}

void amend_session(CommonOptions const& common, ChangeOptions const& options) {
  with_desk(common, options.acting, [&](Desk& desk) {
    auto const session = desk.ask("PATCH", "/sessions/" + options.id, patch_of(options));
    if (common.json) return void(std::cout << session.dump() << "\n");
    auto const& pre_reception = session.at("pre_reception_on");
    std::cout << "Entrée le " << session.at("entry_on").get<std::string>() << " : " << session.at("taken")
              << " place(s) prise(s) sur " << session.at("capacity") << ", " << session.at("weeks")
              << " semaine(s)"
              << (pre_reception.is_string() ? ", pré-accueil le " + pre_reception.get<std::string>() : "")
              << ".\n";
  });
}

void remove(CommonOptions const& common, ChangeOptions const& options, std::string const& list,
            char const* done) {
  with_desk(common, options.acting, [&](Desk& desk) {
    desk.ask("DELETE", list + options.id);
    if (common.json) return void(std::cout << Json{{"removed", options.id}}.dump() << "\n");
    std::cout << done << "\n";
  });
}

void add_named(CLI::App& verb, ChangeOptions& options, char const* list) {
  verb.add_option("ID", options.id, std::string("Identifiant, montré par `") + list + "`")->required();
  add_acting(verb, options.acting.login);
}

}  // namespace

void add_committee_changes(CLI::App& group, CommonOptions const& common) {
  auto options = std::make_shared<ChangeOptions>();
  auto* moving = add_verb(group, "move", "Change le jour d'une commission où personne n'est inscrit",
                          [&common, options] { move_committee(common, *options); });
  moving->add_option("--on", options->on, "Le nouveau jour, AAAA-MM-JJ")->required();
  auto* removing = add_verb(
      group, "remove", "Supprime une commission où personne n'est inscrit",
      [&common, options] { remove(common, *options, "/committees/", "La commission est supprimée."); });
  for (auto* verb : {moving, removing}) add_named(*verb, *options, "jalon committee list");
}

void add_session_changes(CLI::App& group, CommonOptions const& common) {
  auto options = std::make_shared<ChangeOptions>();
  auto* amending = add_verb(group, "amend",
                            "Corrige une session : places et pré-accueil ; entrée et semaines tant que "
                            "personne n'y a eu de place",
                            [&common, options] { amend_session(common, *options); });
  amending->add_option("--entry-on", options->entry_on, "Le jour de l'entrée, AAAA-MM-JJ");
  amending->add_option("--capacity", options->capacity, "Places, au moins celles qui sont prises")
      ->check(CLI::Range(1, 200));
  amending->add_option("--weeks", options->weeks, "Semaines du parcours")->check(CLI::Range(1, 14));
  auto* day = amending->add_option("--pre-reception-on", options->pre_reception_on,
                                   "Le jour du pré-accueil, AAAA-MM-JJ");
  amending
      ->add_flag("--without-pre-reception", options->without_pre_reception, "Le pré-accueil n'a plus de jour")
      ->excludes(day);
  auto* removing =
      add_verb(group, "remove", "Supprime une session où personne n'a eu de place",
               [&common, options] { remove(common, *options, "/sessions/", "La session est supprimée."); });
  for (auto* verb : {amending, removing}) add_named(*verb, *options, "jalon session list");
}

}  // namespace jalon::commands
