// Committees from a terminal: which there are, the list to read, the list to send.
#include <iostream>

#include "api/commands/committee_verbs.hpp"
#include "api/commands/desk.hpp"
#include "api/commands/paper_file.hpp"
#include "api/endpoints/all_items.hpp"
#include "api/endpoints/committee_addresses.hpp"
#include "api/endpoints/committee_list.hpp"

namespace jalon::commands {

namespace {

struct CommitteeOptions {
  std::string id, file, public_url;
  int version = 0;
  bool draft = false;
};

void list_committees(CommonOptions const& common) {
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    Json all = Json::array();
    auto const known = api::all_items(
        [&](PageRequest const& request) { return program.registers.committees(establishment, request); });
    for (auto const& committee : known)
      all.push_back(*program.committees.read(establishment, committee.at("id")));
    if (common.json) return void(std::cout << all.dump() << "\n");
    for (auto const& each : all)
      std::cout << each.at("id").get<std::string>() << "  " << each.at("held_on").get<std::string>() << "  "
                << (each.at("lists").empty()
                        ? "liste non envoyée"
                        : "liste envoyée, version " + each.at("lists").back().at("version").dump())
                << "\n";
  });
}

std::string table_as(Program& program, std::string const& establishment, Json const& list,
                     std::string const& path) {
  if (path.ends_with(".xlsx")) return program.spreadsheets.write(api::list_sheet(list));
  auto const page = paper_page(program, establishment, "committee_table", api::list_content(list));
  return program.printer.print({page}, "");
}

void write_table(CommonOptions const& common, CommitteeOptions const& options) {
  if (!options.file.empty()) require_ending(options.file, {".pdf", ".xlsx"});
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    WantedList const wanted{options.version > 0 ? std::optional(options.version) : std::nullopt,
                            options.draft};
    auto const found = program.committees.list({establishment, std::nullopt}, options.id, wanted, "console");
    if (!found) throw CommandFailed("Cette commission ou cette version n'existe pas.");
    auto const list = api::list_seen_by(console_roles, *found);
    if (options.file.empty())
      std::cout << list.dump(2) << "\n";
    else
      write_paper(common, options.file, table_as(program, establishment, list, options.file));
  });
}

std::string why_not_sent(SendingList outcome) {
  if (outcome == SendingList::nobody_listed) return "Aucun dossier n'est inscrit à cette commission.";
  return outcome == SendingList::held_already ? "Cette commission est passée."
                                              : "Cette commission n'existe pas.";
}

void send_table(CommonOptions const& common, CommitteeOptions const& options) {
  require_public_url(options.public_url);
  with_program(common, [&](Program& program) {
    auto const sent = program.committees.send_list(program.establishment(common), options.id, "console",
                                                   api::address_of_committee(options.public_url, options.id));
    if (sent.outcome != SendingList::done) throw CommandFailed(why_not_sent(sent.outcome));
    if (common.json) return void(std::cout << sent.answer.dump() << "\n");
    std::cout << "Version " << sent.answer.at("version") << " : " << sent.answer.at("files")
              << " dossier(s), " << sent.answer.at("recipients").size() << " membre(s) prévenu(s)\n";
    for (auto const& login : sent.answer.at("without_email"))
      std::cout << "  sans adresse électronique : " << login.get<std::string>() << "\n";
    for (auto const& reference : sent.answer.at("without_consent"))
      std::cout << "  sans accord de la personne : " << reference.get<std::string>() << "\n";
  });
}

struct NewCommitteeOptions {
  Acting acting;
  std::string on;
};

void found_committee(CommonOptions const& common, NewCommitteeOptions const& options) {
  with_desk(common, options.acting, [&](Desk& desk) {
    auto const added = desk.ask("POST", "/committees", {{"held_on", options.on}});
    if (common.json) return void(std::cout << added.dump() << "\n");
    std::cout << added.at("id").get<std::string>() << "  " << options.on << "\n";
  });
}

}  // namespace

void add_committee(CLI::App& app, CommonOptions const& common) {
  auto* group =
      app.add_subcommand("committee", "Les commissions et leur liste")->require_subcommand(1)->fallthrough();
  auto options = std::make_shared<CommitteeOptions>();
  add_verb(*group, "list", "Les commissions, et si leur liste est envoyée",
           [&common] { list_committees(common); });
  auto fresh = std::make_shared<NewCommitteeOptions>();
  auto* adding = add_verb(*group, "add", "Fixe une commission : son identifiant est montré",
                          [&common, fresh] { found_committee(common, *fresh); });
  adding->add_option("--on", fresh->on, "Le jour de la réunion, AAAA-MM-JJ")->required();
  add_acting(*adding, fresh->acting.login);
  auto* table = add_verb(*group, "table", "La liste en vue d'une commission : envoyée, sinon en projet",
                         [&common, options] { write_table(common, *options); });
  table->add_option("--out", options->file, "Fichier .pdf ou .xlsx à écrire (sans lui : du JSON)");
  auto* version = table->add_option("--version", options->version, "Une version envoyée")
                      ->check(CLI::Range(1, 1'000'000));
  table->add_flag("--draft", options->draft, "Ce que la liste serait maintenant")->excludes(version);
  auto* send = add_verb(*group, "send", "Fige la liste et prévient les membres par courriel",
                        [&common, options] { send_table(common, *options); });
  add_public_url(*send, options->public_url);
  for (auto* verb : {table, send})
    verb->add_option("ID", options->id, "Identifiant, montré par `jalon committee list`")->required();
  add_committee_files(*group, common);
  add_committee_dates(*group, common);
  add_committee_minutes(*group, common);
  add_committee_changes(*group, common);
}

}  // namespace jalon::commands
