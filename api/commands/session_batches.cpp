// What is done for all the seats of a session at once, from a terminal.
#include "api/commands/case_results.hpp"
#include "api/commands/case_words.hpp"
#include "api/commands/committee_verbs.hpp"

namespace jalon::commands {

namespace {

struct BatchOptions {
  Acting acting;
  CaseWords words;
  std::string id, on, key;
};

void send_dates(CommonOptions const& common, BatchOptions const& options) {
  with_desk(common, options.acting, [&](Desk& desk) {
    print_results(common,
                  desk.ask("POST", "/sessions/" + options.id + "/dates-letters", Json(), options.key));
  });
}

void record_pre_reception(CommonOptions const& common, BatchOptions const& options) {
  require_case_words(options.words);
  with_desk(common, options.acting, [&](Desk& desk) {
    auto const read = read_case_words(desk, options.words, schema_of_event("hold_pre_reception"));
    Json body{{"results", read.items}};
    if (!options.on.empty()) body["occurred_on"] = options.on;
    print_results(common, desk.ask("POST", "/sessions/" + options.id + "/pre-reception", body, options.key),
                  read.unknown);
  });
}

}  // namespace

void add_session_batches(CLI::App& group, CommonOptions const& common) {
  auto options = std::make_shared<BatchOptions>();
  auto* sending = add_verb(group, "send-dates", "Envoie le courrier des dates à toutes les places attribuées",
                           [&common, options] { send_dates(common, *options); });
  auto* recording =
      add_verb(group, "record-pre-reception", "Enregistre le pré-accueil : un résultat par dossier",
               [&common, options] { record_pre_reception(common, *options); });
  recording->add_option("--on", options->on, "Le jour du pré-accueil, AAAA-MM-JJ (sans lui : aujourd'hui)");
  for (auto* verb : {sending, recording}) {
    verb->add_option("ID", options->id, "Identifiant, montré par `jalon session list`")->required();
    add_acting(*verb, options->acting.login);
    add_key(*verb, options->key);
  }
  add_case_words(*recording, options->words, schema_of_event("hold_pre_reception"));
}

}  // namespace jalon::commands
