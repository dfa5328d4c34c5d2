// How long closed cases are kept, from a terminal. Erasing is done in the name of an account: it cannot be
// undone, and the register names who did it.
#include "api/endpoints/retention.hpp"

#include <algorithm>
#include <iostream>

#include "api/commands/administration.hpp"
#include "api/commands/desk.hpp"
#include "api/commands/keep_setting.hpp"
#include "api/endpoints/all_items.hpp"
#include "api/pages/words.hpp"
#include "engine/policy/retention_setting.hpp"

namespace jalon::commands {

namespace {

struct ErasingOptions {
  Acting acting;
  std::vector<std::string> cases;
  bool yes = false;
};

std::string day_of(Json const& item, char const* field) {
  return french(parse_date(item.at(field).get<std::string>()).value());
}

std::string rule_in_words(Json const& rule) {
  return "Conservation : " + rule.at("months").dump() + " mois après le dernier événement ; clos avant le " +
         day_of(rule, "before") + ".";
}

void print_case(Json const& item) {
  std::cout << item.at("reference").get<std::string>() << "  clos le " << day_of(item, "closed_on") << "  "
            << pages::label_of_state(all_workflows(), item.at("state")) << "  " << item.at("entries")
            << " entrée(s), " << item.at("letters") << " courrier(s), " << item.at("transmissions")
            << " transmission(s)";
  if (!item.at("kept_because").is_null())
    std::cout << "  gardé : " << item.at("kept_because").get<std::string>();
  std::cout << "\n";
}

Json all_due(Program& program, CommonOptions const& common, bool kept) {
  auto const establishment = program.establishment(common);
  return api::all_items(
      [&](PageRequest const& page) { return program.retention.due(establishment, kept, page); });
}

void print_due(CommonOptions const& common, Json const& rule, Json const& cases, Json const& kept) {
  if (common.json) {
    auto answer = rule;
    answer["cases"] = cases, answer["kept"] = kept;
    return void(std::cout << answer.dump() << "\n");
  }
  std::cout << rule_in_words(rule) << "\n";
  for (auto const& item : cases) print_case(item);
  for (auto const& item : kept) print_case(item);
  std::cout << cases.size() << " dossier(s) à effacer, " << kept.size() << " encore gardé(s).\n";
}

void list_due(CommonOptions const& common) {
  with_program(common, [&](Program& program) {
    print_due(common, program.retention.rule(program.establishment(common)), all_due(program, common, false),
              all_due(program, common, true));
  });
}

void set_rule(CommonOptions const& common, int months) {
  with_program(common, [&](Program& program) {
    keep_setting(program, common, "retention", {{"months", months}});
    auto const rule = program.retention.rule(program.establishment(common));
    std::cout << (common.json ? rule.dump() : rule_in_words(rule)) << "\n";
  });
}

bool is_named(Json const& item, std::string const& name) {
  return item.at("reference") == name || item.at("case") == name;
}

// All that are due, or those that were named; one that is named and not due stops all.
Json wanted(Json const& due, std::vector<std::string> const& names) {
  if (names.empty()) return due;
  Json chosen = Json::array();
  for (auto const& name : names) {
    auto const found =
        std::find_if(due.begin(), due.end(), [&](Json const& item) { return is_named(item, name); });
    if (found == due.end()) throw CommandFailed("« " + name + " » n'est pas à effacer.");
    if (std::find(chosen.begin(), chosen.end(), *found) == chosen.end()) chosen.push_back(*found);
  }
  return chosen;
}

// As many at a time as the API takes.
Json erase_all(Desk& desk, Json const& cases) {
  Json results = Json::array();
  for (std::size_t first = 0; first < cases.size(); first += api::most_erased_at_once) {
    Json ids = Json::array();
    for (auto place = first; place < std::min(first + api::most_erased_at_once, cases.size()); ++place)
      ids.push_back(cases[place].at("case"));
    auto const answer =
        desk.ask("POST", "/retention/erasures", {{"cases", ids}, {"confirm", api::erase_word}});
    results.insert(results.end(), answer.at("items").begin(), answer.at("items").end());
  }
  return results;
}

void print_results(CommonOptions const& common, Json const& results) {
  if (common.json) return void(std::cout << results.dump() << "\n");
  for (auto const& result : results)
    std::cout << result.at(result.at("reference").is_null() ? "case" : "reference").get<std::string>() << "  "
              << (result.at("done") ? "effacé" : "refusé : " + result.at("reason").get<std::string>())
              << "\n";
}

void erase(CommonOptions const& common, ErasingOptions const& options) {
  with_program(common, [&](Program& program) {
    Desk desk(program, common, options.acting);
    auto const cases = wanted(all_due(program, common, false), options.cases);
    if (!options.yes) {
      print_due(common, program.retention.rule(program.establishment(common)), cases,
                all_due(program, common, true));
      throw CommandFailed("Rien n'est effacé. Effacer ne se défait pas : --yes le fait.");
    }
    auto const results = erase_all(desk, cases);
    print_results(common, results);
    if (std::any_of(results.begin(), results.end(),
                    [](Json const& each) { return each.at("done") == false; }))
      throw CommandFailed("Des dossiers n'ont pas été effacés.");
  });
}

void list_erasures(CommonOptions const& common) {
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    auto const items = api::all_items(
        [&](PageRequest const& page) { return program.retention.erasures(establishment, page); });
    if (common.json) return void(std::cout << items.dump() << "\n");
    for (auto const& item : items)
      std::cout << item.at("reference").get<std::string>() << "  "
                << pages::label_of_state(all_workflows(), item.at("state")) << "  du "
                << day_of(item, "opened_on") << " au " << day_of(item, "closed_on") << "  effacé le "
                << item.at("erased_at").get<std::string>().substr(0, 10) << " par "
                << item.at("erased_by").get<std::string>() << "\n";
  });
}

}  // namespace

void add_retention(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("retention", "La conservation des dossiers clos")
                    ->require_subcommand(1)
                    ->fallthrough();
  add_verb(*group, "list", "Les dossiers dont la durée est passée ; rien n'est effacé",
           [&common] { list_due(common); });
  auto months = std::make_shared<int>();
  auto* set = add_verb(*group, "set", "Combien de mois un dossier clos est gardé",
                       [&common, months] { set_rule(common, *months); });
  set->add_option("--months", *months, "Mois après le dernier événement")
      ->check(CLI::Range(RetentionBounds::least_months, RetentionBounds::most_months))
      ->required();
  auto options = std::make_shared<ErasingOptions>();
  auto* erasing = add_verb(*group, "erase", "Efface pour toujours les dossiers dont la durée est passée",
                           [&common, options] { erase(common, *options); });
  erasing->add_option("CASE", options->cases, "Seulement ceux-ci : référence ou identifiant");
  erasing->add_flag("--yes", options->yes, "Effacer vraiment ; sans lui, ce qui serait effacé est montré");
  add_acting(*erasing, options->acting.login);
  add_verb(*group, "register", "Le registre de ce qui fut effacé, le plus récent d'abord",
           [&common] { list_erasures(common); });
}

}  // namespace jalon::commands
