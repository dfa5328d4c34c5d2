// An establishment's policy: seen, compared before it is changed, changed with a decision on what runs.
#include <iostream>

#include "api/commands/administration.hpp"
#include "api/commands/files.hpp"
#include "api/commands/setting_change.hpp"
#include "api/commands/with_program.hpp"
#include "api/endpoints/all_items.hpp"
#include "api/endpoints/policy_view.hpp"
#include "engine/json/strict_json.hpp"

namespace jalon::commands {

namespace {

struct PolicyOptions {
  std::string file;
  std::vector<std::string> periods, rolls, after_reminder, documents, letters, letters_off;
  int group_size = 0;
  bool as_shipped = false;
  ClockOptions clocks;
};

// « file_return=P45D »
void set_terms(Json& value, std::vector<std::string> const& given, char const* field, char const* option) {
  for (auto const& text : given) {
    auto const sign = text.find('=');
    if (sign == std::string::npos || sign == 0)
      throw CommandFailed(std::string(option) + " attend ÉCHÉANCE=VALEUR, par exemple file_return=P45D.");
    value["deadlines"][text.substr(0, sign)][field] = text.substr(sign + 1);
  }
}

Json read_policy_file(std::string const& file) {
  try {
    auto value = parse_json(read_file(file));
    if (!value.is_object()) throw CommandFailed(file + " : un objet JSON est attendu.");
    return value;
  } catch (MalformedJson const& malformed) {
    throw CommandFailed(file + " : " + malformed.what());
  }
}

void set_letters(Json& value, PolicyOptions const& options) {
  if (options.letters.empty() && options.letters_off.empty()) return;
  std::set<std::string> wanted = value.value("optional_letters", std::set<std::string>());
  wanted.insert(options.letters.begin(), options.letters.end());
  for (auto const& letter : options.letters_off) wanted.erase(letter);
  value["optional_letters"] = wanted;
}

// The policy in force with what the options change of it, or the file's alone.
Json wanted_policy(Program& program, std::string const& establishment, PolicyOptions const& options) {
  Json value = Json::object();
  if (!options.file.empty())
    value = read_policy_file(options.file);
  else if (!options.as_shipped)
    value = program.registers.setting(establishment, "policy");
  if (value.is_null()) value = Json::object();
  set_terms(value, options.periods, "period", "--period");
  set_terms(value, options.rolls, "roll", "--roll");
  set_terms(value, options.after_reminder, "after_reminder", "--after-reminder");
  if (!options.documents.empty()) value["required_documents"] = options.documents;
  if (options.group_size > 0) value["group_size"] = options.group_size;
  set_letters(value, options);
  return value;
}

void print_term(Json const& deadline) {
  auto const& shipped = deadline.at("default");
  auto const& own = deadline.at("own");
  std::cout << "  " << deadline.at("id").get<std::string>() << "  " << deadline.at("label").get<std::string>()
            << " : ";
  for (auto const& period : shipped.at("periods")) std::cout << period.get<std::string>() << " ";
  if (!shipped.at("after_reminder").is_null())
    std::cout << "(après relance " << shipped.at("after_reminder").get<std::string>() << ") ";
  for (auto const& [field, value] : own.items())
    std::cout << " → " << (field == "after_reminder" ? "après relance " : "") << value.get<std::string>();
  std::cout << "\n";
}

void show_policy(CommonOptions const& common) {
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    auto const own = program.policies.setting_in_force(establishment, "policy");
    auto const shown =
        api::effective_policy(program.settings.in_force(establishment)->policy, all_workflows());
    if (common.json)
      return void(std::cout << Json{{"name", "policy"}, {"own", own}, {"effective", shown}}.dump() << "\n");
    if (!own.is_null())
      std::cout << "Réglée par " << own.at("set_by").get<std::string>() << " le "
                << own.at("set_at").get<std::string>() << "\n";
    std::cout << "Échéances (délai du parcours → réglé ici)\n";
    for (auto const& deadline : shown.at("deadlines")) print_term(deadline);
    std::cout << "Pièces d'un dossier complet\n";
    for (auto const& document : shown.at("documents"))
      std::cout << "  " << (document.at("required").get<bool>() ? "[x] " : "[ ] ")
                << document.at("id").get<std::string>() << "  " << document.at("label").get<std::string>()
                << "\n";
    std::cout << "Courriers facultatifs\n";
    for (auto const& letter : shown.at("optional_letters"))
      std::cout << "  " << (letter.at("wanted").get<bool>() ? "[x] " : "[ ] ")
                << letter.at("id").get<std::string>() << "  " << letter.at("label").get<std::string>()
                << "\n";
    for (auto const& planned : program.policies.planned_settings(establishment))
      if (planned.name == "policy")
        std::cout << "Prévu pour le " << french(planned.valid_from) << " par " << planned.login << " : "
                  << planned.value.dump() << "\n";
    if (!shown.at("group_size").is_null())
      std::cout << "Places d'une nouvelle session : " << shown.at("group_size") << "\n";
  });
}

void show_history(CommonOptions const& common) {
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    auto const items = api::all_items([&](PageRequest const& request) {
      return program.policies.setting_history(establishment, "policy", request);
    });
    if (common.json) return void(std::cout << items.dump() << "\n");
    for (auto const& item : items)
      std::cout << item.at("set_at").get<std::string>() << "  " << item.at("set_by").get<std::string>()
                << "  " << item.at("value").dump() << "\n";
  });
}

void print_names(char const* title, Json const& names) {
  if (names.at("count") == 0) return;
  std::cout << title << " : " << names.at("count") << "\n";
  for (auto const& each : names.at("cases"))
    std::cout << "  " << each.at("reference").get<std::string>() << "\n";
}

void print_preview(Json const& preview) {
  if (preview.at("dates").empty()) std::cout << "Aucune date en cours ne change.\n";
  for (auto const& kind : preview.at("dates")) {
    std::cout << kind.at("deadline").get<std::string>() << " : " << kind.at("count") << " date(s)\n";
    for (auto const& each : kind.at("cases"))
      std::cout << "  " << each.at("reference").get<std::string>() << "  avant "
                << each.at("before").at("due").get<std::string>() << "  après "
                << each.at("after").at("due").get<std::string>() << "  "
                << each.at("after").at("derivation").get<std::string>() << "\n";
  }
  print_names("Dossiers qui deviendraient complets", preview.at("completed"));
  print_names("Dossiers qui ne seraient plus complets", preview.at("incompleted"));
}

void preview_policy(CommonOptions const& common, PolicyOptions const& options) {
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    try {
      auto const preview = api::preview_json(
          change_in(program).preview(establishment, "policy", wanted_policy(program, establishment, options)),
          true);
      if (common.json) return void(std::cout << preview.dump() << "\n");
      print_preview(preview);
    } catch (PolicyRefused const& refused) {
      fail(refused);
    }
  });
}

void set_policy(CommonOptions const& common, PolicyOptions const& options) {
  with_program(common, [&](Program& program) {
    auto const value = wanted_policy(program, program.establishment(common), options);
    auto const recounted = change_setting(program, common, "policy", value, options.clocks);
    if (common.json) return void(std::cout << value.dump() << "\n");
    std::cout << "Politique enregistrée. " << recounted << "\n";
  });
}

void withdraw_policy(CommonOptions const& common, std::string const& day) {
  with_program(common, [&](Program& program) {
    auto const date = parse_date(day);
    if (!date || !program.policies.withdraw_setting(program.establishment(common), "policy", *date))
      throw CommandFailed("Aucun changement n'est prévu le « " + day + " » : voir policy show.");
    std::cout << "Le changement prévu pour le " << french(*date) << " est retiré.\n";
  });
}

void add_value_options(CLI::App& verb, PolicyOptions& options) {
  verb.add_option("--file", options.file, "Fichier JSON : la politique entière");
  verb.add_option("--period", options.periods,
                  "ÉCHÉANCE=PÉRIODE, par exemple file_return=P45D (plusieurs fois)");
  verb.add_option("--roll", options.rolls, "ÉCHÉANCE=REPORT : none, next_working_day, next_opening_day…");
  verb.add_option("--after-reminder", options.after_reminder, "ÉCHÉANCE=PÉRIODE après une relance");
  verb.add_option("--document", options.documents,
                  "Pièce exigée (plusieurs fois) ; les autres ne le sont plus");
  verb.add_option("--group-size", options.group_size, "Places d'une session ouverte sans le dire")
      ->check(CLI::Range(1, 200));
  verb.add_option("--letter", options.letters, "Courrier facultatif à envoyer désormais (plusieurs fois)");
  verb.add_option("--without-letter", options.letters_off, "Courrier facultatif à ne plus envoyer");
  verb.add_flag("--as-shipped", options.as_shipped,
                "Partir de ce que prévoit le parcours, et non de ce qui vaut");
}

}  // namespace

void add_policy(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("policy", "Délais, reports, pièces exigées et taille des groupes")
                    ->require_subcommand(1)
                    ->fallthrough();
  add_verb(*group, "show", "Ce que prévoit le parcours et ce qui est réglé ici",
           [&common] { show_policy(common); });
  add_verb(*group, "history", "Chaque politique, la plus récente d'abord",
           [&common] { show_history(common); });
  auto options = std::make_shared<PolicyOptions>();
  add_value_options(*add_verb(*group, "preview", "Les dossiers dont les dates changeraient, avant et après",
                              [&common, options] { preview_policy(common, *options); }),
                    *options);
  auto* set = add_verb(*group, "set", "Change la politique ; dites ce que deviennent les délais en cours",
                       [&common, options] { set_policy(common, *options); });
  add_value_options(*set, *options);
  add_clock_options(*set, options->clocks);
  auto day = std::make_shared<std::string>();
  add_verb(*group, "withdraw", "Retire un changement prévu, avant son jour",
           [&common, day] { withdraw_policy(common, *day); })
      ->add_option("day", *day, "Le jour prévu (AAAA-MM-JJ)")
      ->required();
}

}  // namespace jalon::commands
