// Dates proposed for a committee, answered and chosen, from a terminal.
#include <iostream>

#include "api/commands/committee_verbs.hpp"
#include "api/commands/desk.hpp"

namespace jalon::commands {

namespace {

struct DateOptions {
  Acting acting;
  std::string id, note, date;
  std::vector<std::string> dates, answers;
};

void print_proposal(CommonOptions const& common, Json const& proposal) {
  if (common.json) return void(std::cout << proposal.dump() << "\n");
  std::cout << proposal.at("id").get<std::string>() << "\n";
  for (auto const& date : proposal.at("dates"))
    std::cout << "  " << date.at("on").get<std::string>() << "  oui " << date.at("yes") << ", s'il le faut "
              << date.at("if_needed") << ", non " << date.at("no")
              << (proposal.at("chosen_on") == date.at("on") ? "  choisie" : "") << "\n";
  if (!proposal.at("committee").is_null())
    std::cout << "  commission : " << proposal.at("committee").get<std::string>() << "\n";
}

std::string address_of(DateOptions const& options, char const* ending = "") {
  return "/committee-proposals/" + options.id + ending;
}

void propose(CommonOptions const& common, DateOptions const& options) {
  require_public_url(options.acting.public_url);
  with_desk(common, options.acting, [&](Desk& desk) {
    Json body{{"dates", options.dates}};
    if (!options.note.empty()) body["note"] = options.note;
    print_proposal(common, desk.ask("POST", "/committee-proposals", body));
  });
}

// The newest page of them: older ones were decided long ago.
void list_proposals(CommonOptions const& common, DateOptions const& options) {
  with_desk(common, options.acting, [&](Desk& desk) {
    if (!options.id.empty()) return print_proposal(common, desk.ask("GET", address_of(options)));
    auto const items = desk.ask("GET", "/committee-proposals").at("items");
    if (common.json) return void(std::cout << items.dump() << "\n");
    for (auto const& proposal : items) print_proposal(common, proposal);
  });
}

// « 2026-03-25=yes »
Json answer_of(std::string const& word) {
  auto const sign = word.find('=');
  if (sign == std::string::npos)
    throw CommandFailed("« " + word + " » : DATE=yes, DATE=no ou DATE=if_needed est attendu.");
  return {{"on", word.substr(0, sign)}, {"answer", word.substr(sign + 1)}};
}

void answer(CommonOptions const& common, DateOptions const& options) {
  Json answers = Json::array();
  for (auto const& word : options.answers) answers.push_back(answer_of(word));
  with_desk(common, options.acting, [&](Desk& desk) {
    print_proposal(common, desk.ask("POST", address_of(options, "/answers"), {{"answers", answers}}));
  });
}

void choose(CommonOptions const& common, DateOptions const& options) {
  with_desk(common, options.acting, [&](Desk& desk) {
    print_proposal(common, desk.ask("POST", address_of(options, "/choice"), {{"date", options.date}}));
  });
}

}  // namespace

void add_committee_dates(CLI::App& group, CommonOptions const& common) {
  auto options = std::make_shared<DateOptions>();
  auto const add = [&](char const* name, char const* description, auto run) {
    auto* verb = add_verb(group, name, description, [&common, options, run] { run(common, *options); });
    add_acting(*verb, options->acting.login);
    return verb;
  };
  auto* proposing = add("propose", "Propose des dates aux membres, par courriel", propose);
  proposing->add_option("--date", options->dates, "Une date, AAAA-MM-JJ (plusieurs fois)")
      ->required()
      ->allow_extra_args(false);
  proposing->add_option("--note", options->note, "Un mot, lu après connexion seulement");
  add_public_url(*proposing, options->acting.public_url);
  auto* listing = add("proposals", "Les dates proposées et leurs réponses", list_proposals);
  listing->add_option("ID", options->id, "Une seule proposition");
  auto* answering = add("answer", "Répond pour chaque date", answer);
  auto* choosing = add("choose", "Choisit une date : la commission est fixée", choose);
  for (auto* verb : {answering, choosing})
    verb->add_option("ID", options->id, "Identifiant, montré par `jalon committee proposals`")->required();
  answering
      ->add_option("ANSWERS", options->answers,
                   "DATE=yes (oui), DATE=no (non), DATE=if_needed (s'il le faut)")
      ->required();
  choosing->add_option("--date", options->date, "La date choisie, AAAA-MM-JJ")->required();
}

}  // namespace jalon::commands
