// Who is of a person's team, from a terminal.
#include <iostream>

#include "api/commands/case_verbs.hpp"
#include "api/commands/desk.hpp"

namespace jalon::commands {

namespace {

struct TeamOptions {
  Acting acting;
  std::string case_name, added, ended;
};

void print_team(CommonOptions const& common, Json const& team) {
  if (common.json) return void(std::cout << team.dump() << "\n");
  auto const& referent = team.at("referent");
  std::cout << "Référent : "
            << (referent.is_null() ? std::string("à désigner") : referent.at("name").get<std::string>())
            << "\n";
  for (auto const& member : team.at("members"))
    std::cout << member.at("login").get<std::string>() << "  " << member.at("name").get<std::string>()
              << "  depuis le " << member.at("since").get<std::string>().substr(0, 10) << "  (ajouté par "
              << member.at("by").get<std::string>() << ")\n";
}

void tell_team(CommonOptions const& common, TeamOptions const& options) {
  with_desk(common, options.acting, [&](Desk& desk) {
    auto const address = "/cases/" + desk.case_named(options.case_name) + "/team";
    if (!options.added.empty())
      return print_team(common, desk.ask("POST", address, {{"login", options.added}}));
    if (!options.ended.empty())
      return print_team(common, desk.ask("POST", address + "-departures", {{"login", options.ended}}));
    print_team(common, desk.ask("GET", address));
  });
}

}  // namespace

void add_case(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("case", "Un dossier")->require_subcommand(1)->fallthrough();
  auto options = std::make_shared<TeamOptions>();
  auto* verb =
      add_verb(*group, "team", "L'équipe de la personne : la lire, y ajouter ou en retirer quelqu'un",
               [&common, options] { tell_team(common, *options); });
  verb->add_option("CASE", options->case_name, "Le dossier : son identifiant ou sa référence")->required();
  auto* added = verb->add_option("--add", options->added,
                                 "Le compte à ajouter : si la personne est d'accord, il lit les conclusions");
  verb->add_option("--end", options->ended, "Le compte à retirer")->excludes(added);
  add_acting(*verb, options->acting.login);
}

}  // namespace jalon::commands
