// The files of a committee, case by case: how urgent, whether the MDPH may read it, what was decided.
#include <iostream>

#include "api/commands/case_results.hpp"
#include "api/commands/case_words.hpp"
#include "api/commands/committee_verbs.hpp"
#include "api/endpoints/committee_schemas.hpp"

namespace jalon::commands {

namespace {

struct FileOptions {
  Acting acting;
  CaseWords words;
  std::string committee, kind, key, case_name, purpose = "mdph", consent, way, on;
};

// ---- grades ----

Json grade_case(Desk& desk, FileOptions const& options, Json item) {
  auto const case_id = item.at("case").get<std::string>();
  item.erase("case");
  auto const address =
      "/committees/" + options.committee + "/cases/" + case_id + "/" + options.kind + "-urgency";
  auto const response = desk.answer("PUT", address, item);
  Json result{{"case", case_id}, {"done", response.status < 400}};
  result[response.status < 400 ? "grade" : "problem"] = Json::parse(response.body);
  if (auto const seen = desk.answer("GET", "/cases/" + case_id); seen.status < 400)
    result["reference"] = Json::parse(seen.body).at("reference");
  return result;
}

void grade(CommonOptions const& common, FileOptions const& options) {
  require_case_words(options.words);
  with_desk(common, options.acting, [&](Desk& desk) {
    Json results = Json::array();
    auto const read = read_case_words(desk, options.words, api::schemas::new_grade());
    for (auto const& item : read.items) results.push_back(grade_case(desk, options, item));
    print_results(common, {{"items", results}}, read.unknown);
  });
}

// ---- decisions ----

void decide(CommonOptions const& common, FileOptions const& options) {
  require_case_words(options.words);
  with_desk(common, options.acting, [&](Desk& desk) {
    Json decisions = Json::array();
    auto const read = read_case_words(desk, options.words, schema_of_event("decide"));
    for (auto data : read.items) {
      auto const case_id = data.at("case");
      data.erase("case");
      decisions.push_back({{"case", case_id}, {"data", data}});
    }
    Json body{{"decisions", decisions}};
    if (!options.on.empty()) body["occurred_on"] = options.on;
    print_results(common,
                  desk.ask("POST", "/committees/" + options.committee + "/decisions", body, options.key),
                  read.unknown);
  });
}

// ---- consents ----

char const* in_words(std::string const& code) {
  if (code == "given") return "accord";
  if (code == "withdrawn") return "accord retiré";
  return code == "written" ? "par écrit" : "oralement";
}

void print_consents(CommonOptions const& common, Json const& consents) {
  if (common.json) return void(std::cout << consents.dump() << "\n");
  for (auto const& entry : consents.at("entries"))
    std::cout << entry.at("on").get<std::string>() << "  "
              << (entry.at("purpose") == "team" ? "pour l'équipe : " : "pour la MDPH : ")
              << in_words(entry.at("consent")) << ", " << in_words(entry.at("way")) << "  (noté par "
              << entry.at("by").get<std::string>() << ")\n";
  std::cout << (consents.at("mdph") == "given" ? "L'urgence est communiquée à la MDPH.\n"
                                               : "L'urgence n'est pas communiquée à la MDPH.\n")
            << (consents.at("team") == "given" ? "L'équipe de la personne lit les conclusions.\n"
                                               : "Les conclusions restent à ceux qui en décident.\n");
}

void tell_consent(CommonOptions const& common, FileOptions const& options) {
  with_desk(common, options.acting, [&](Desk& desk) {
    auto const address = "/cases/" + desk.case_named(options.case_name) + "/consents";
    if (options.consent.empty()) return print_consents(common, desk.ask("GET", address));
    Json body{{"purpose", options.purpose}, {"consent", options.consent}, {"way", options.way}};
    if (!options.on.empty()) body["on"] = options.on;
    print_consents(common, desk.ask("POST", address, body));
  });
}

void add_consent(CLI::App& group, CommonOptions const& common) {
  auto options = std::make_shared<FileOptions>();
  auto* verb =
      add_verb(group, "consent", "L'accord d'une personne sur qui lit son dossier : le noter, ou le lire",
               [&common, options] { tell_consent(common, *options); });
  verb->add_option("CASE", options->case_name, "Le dossier : son identifiant ou sa référence")->required();
  auto* said = verb->add_option("--say", options->consent, "given : accord ; withdrawn : accord retiré")
                   ->check(CLI::IsMember({"given", "withdrawn"}));
  auto* way = verb->add_option("--way", options->way, "written : par écrit ; oral : oralement")
                  ->check(CLI::IsMember({"written", "oral"}));
  verb->add_option("--for", options->purpose,
                   "mdph : que la MDPH lise l'urgence ; team : que l'équipe lise les conclusions")
      ->check(CLI::IsMember({"mdph", "team"}));
  verb->add_option("--on", options->on, "Le jour où c'est dit, AAAA-MM-JJ (sans lui : aujourd'hui)")
      ->needs(said);
  said->needs(way), way->needs(said);
  add_acting(*verb, options->acting.login);
}

}  // namespace

void add_committee_files(CLI::App& group, CommonOptions const& common) {
  auto options = std::make_shared<FileOptions>();
  auto* grading = add_verb(group, "grade", "Évalue l'urgence de dossiers inscrits : un résultat par dossier",
                           [&common, options] { grade(common, *options); });
  grading->add_option("--kind", options->kind, "social (service social) ou medical (médecin)")
      ->required()
      ->check(CLI::IsMember({"social", "medical"}));
  auto* deciding =
      add_verb(group, "decide", "Enregistre les décisions : chacune pour soi, un résultat par dossier",
               [&common, options] { decide(common, *options); });
  deciding->add_option("--on", options->on, "Le jour de la décision, AAAA-MM-JJ (sans lui : aujourd'hui)");
  for (auto* verb : {grading, deciding}) {
    verb->add_option("ID", options->committee, "Identifiant, montré par `jalon committee list`")->required();
    add_acting(*verb, options->acting.login);
  }
  add_case_words(*grading, options->words, api::schemas::new_grade());
  add_case_words(*deciding, options->words, schema_of_event("decide"));
  add_key(*deciding, options->key);
  add_consent(group, common);
}

}  // namespace jalon::commands
