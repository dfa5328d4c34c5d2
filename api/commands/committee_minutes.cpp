// The minutes of a committee, from a terminal: recorded, and read with the decisions.
#include <iostream>
#include <map>

#include "api/commands/committee_verbs.hpp"
#include "api/commands/desk.hpp"
#include "api/commands/paper_file.hpp"

namespace jalon::commands {

namespace {

struct MinutesOptions {
  Acting acting;
  std::string id, remarks, file;
  std::vector<std::string> present;
};

std::string outcome_in_words(Json const& outcome) {
  static std::map<std::string, std::string> const known{
      {"retained", "retenu"}, {"more_information", "complément demandé"}, {"not_retained", "non retenu"}};
  return outcome.is_string() ? known.at(outcome) : "pas encore de décision";
}

void print_minutes(CommonOptions const& common, Json const& minutes) {
  if (common.json) return void(std::cout << minutes.dump() << "\n");
  std::cout << "Commission du " << minutes.at("held_on").get<std::string>() << ", compte rendu, version "
            << minutes.at("version") << "\n";
  for (auto const& person : minutes.at("present"))
    std::cout << "  présent : " << person.at("name").get<std::string>() << "\n";
  for (auto const& decision : minutes.at("decisions"))
    std::cout << "  " << decision.at("reference").get<std::string>() << "  "
              << outcome_in_words(decision.at("outcome")) << "\n";
}

void read_minutes(CommonOptions const& common, MinutesOptions const& options) {
  if (!options.file.empty()) require_ending(options.file, {".pdf"});
  with_desk(common, options.acting, [&](Desk& desk) {
    auto const address = "/committees/" + options.id + "/minutes";
    auto const minutes = desk.ask("GET", address + ".json");
    if (options.file.empty()) return print_minutes(common, minutes);
    auto const pdf = desk.answer("GET", address + ".pdf");
    if (pdf.status >= 400) throw CommandFailed(refusal_in_words(Json::parse(pdf.body)));
    write_paper(common, options.file, pdf.body);
  });
}

// « coordinator=Claire Soulié »
Json person_of(std::string const& word) {
  auto const sign = word.find('=');
  if (sign == std::string::npos) throw CommandFailed("« " + word + " » : rôle=nom est attendu.");
  return {{"role", word.substr(0, sign)}, {"name", word.substr(sign + 1)}};
}

void record_minutes(CommonOptions const& common, MinutesOptions const& options) {
  Json body{{"present", Json::array()}};
  for (auto const& word : options.present) body["present"].push_back(person_of(word));
  if (!options.remarks.empty()) body["remarks"] = options.remarks;
  with_desk(common, options.acting, [&](Desk& desk) {
    print_minutes(common, desk.ask("PUT", "/committees/" + options.id + "/minutes", body));
  });
}

}  // namespace

void add_committee_minutes(CLI::App& group, CommonOptions const& common) {
  auto options = std::make_shared<MinutesOptions>();
  auto* reading = add_verb(group, "minutes", "Le compte rendu d'une commission, avec ses décisions",
                           [&common, options] { read_minutes(common, *options); });
  reading->add_option("--out", options->file, "Fichier .pdf à écrire");
  auto* recording =
      add_verb(group, "record-minutes", "Rédige le compte rendu ; une version de plus s'il y en a un",
               [&common, options] { record_minutes(common, *options); });
  recording->add_option("--present", options->present, "Une personne présente, rôle=nom (plusieurs fois)")
      ->required()
      ->allow_extra_args(false);
  recording->add_option("--remarks", options->remarks, "Ce qui a été remarqué");
  for (auto* verb : {reading, recording}) {
    verb->add_option("ID", options->id, "Identifiant, montré par `jalon committee list`")->required();
    add_acting(*verb, options->acting.login);
  }
}

}  // namespace jalon::commands
