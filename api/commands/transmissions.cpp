// Reports to the MDPH on ViaTrajectoire, for whoever administers the house: what is to be made, as text and
// as files of the exchange format, and what was.
#include "api/endpoints/transmissions.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "api/commands/exchange_verbs.hpp"
#include "api/commands/files.hpp"
#include "api/commands/with_program.hpp"
#include "api/endpoints/all_items.hpp"

namespace jalon::commands {

namespace {

struct TransmissionOptions {
  std::string id, status, folder, on, proof;
};

Json all_transmissions(Program& program, Sight const& sight, std::string const& status) {
  auto const all = api::all_items([&](PageRequest const& request) {
    return program.registers.transmissions(sight, std::nullopt, request);
  });
  Json items = Json::array();
  std::copy_if(all.begin(), all.end(), std::back_inserter(items),
               [&](Json const& item) { return status.empty() || item.at("status") == status; });
  return items;
}

char const* in_words(Json const& status) {
  if (status == "queued") return "en attente du rattachement (queued)";
  return status == "to_do" ? "à transmettre (to_do)" : "confirmée (confirmed)";
}

void show(Json const& item) {
  std::cout << item.at("id").get<std::string>() << "  " << in_words(item.at("status")) << "\n"
            << item.at("wording").get<std::string>() << "\n";
  if (item.at("problem").is_string())
    std::cout << "Problème : " << item["problem"].get<std::string>() << "\n";
  std::cout << "\n";
}

void list(CommonOptions const& common, TransmissionOptions const& options) {
  with_program(common, [&](Program& program) {
    auto const items =
        all_transmissions(program, {program.establishment(common), std::nullopt}, options.status);
    if (common.json) return void(std::cout << items.dump() << "\n");
    for (auto const& item : items) show(item);
    std::cout << items.size() << " transmission(s)\n";
  });
}

Json require_transmission(Program& program, std::string const& establishment, std::string const& id) {
  auto found = program.registers.transmission(establishment, id);
  if (!found) throw CommandFailed("Aucune transmission n'a l'identifiant « " + id + " ».");
  return std::move(*found);
}

std::variant<Json, Unwritable> write(Program& program, std::string const& establishment,
                                     std::string const& id) {
  auto const report = program.transmissions.report({establishment, std::nullopt}, id);
  if (!report) throw CommandFailed("Aucune transmission n'a l'identifiant « " + id + " ».");
  return program.report_writer.write(*report);
}

std::string told(Unwritable const& missing) {
  std::string text;
  for (auto const& each : missing) text += (text.empty() ? "" : " ") + each.message;
  return text;
}

void print_document(CommonOptions const& common, TransmissionOptions const& options) {
  with_program(common, [&](Program& program) {
    auto const written = write(program, program.establishment(common), options.id);
    if (auto const* missing = std::get_if<Unwritable>(&written)) throw CommandFailed(told(*missing));
    std::cout << std::get<Json>(written).dump(common.json ? -1 : 2) << "\n";
  });
}

// One file for each that is to do, in their order; what cannot be written is named and left out.
Json write_documents(Program& program, std::string const& establishment,
                     std::filesystem::path const& folder) {
  Json files = Json::array(), left_out = Json::array();
  for (auto const& item : all_transmissions(program, {establishment, std::nullopt}, "to_do")) {
    std::string const id = item.at("id"), reference = item.at("reference"), code = item.at("code");
    auto const written = write(program, establishment, id);
    if (auto const* missing = std::get_if<Unwritable>(&written)) {
      left_out.push_back({{"transmission", id}, {"reference", reference}, {"reason", told(*missing)}});
      continue;
    }
    auto const path = folder / (reference + "-" + code + "-" + id + ".json");
    write_file(path.string(), std::get<Json>(written).dump(2) + "\n");
    files.push_back({{"transmission", id}, {"file", path.string()}});
  }
  return {{"files", files}, {"left_out", left_out}};
}

void export_documents(CommonOptions const& common, TransmissionOptions const& options) {
  std::error_code failed;
  std::filesystem::create_directories(options.folder, failed);
  if (failed) throw CommandFailed(options.folder + " : ce dossier ne peut pas être fait.");
  with_program(common, [&](Program& program) {
    auto const done = write_documents(program, program.establishment(common), options.folder);
    if (common.json) return void(std::cout << done.dump() << "\n");
    for (auto const& each : done.at("left_out"))
      std::cout << each.at("reference").get<std::string>() << " : " << each.at("reason").get<std::string>()
                << "\n";
    std::cout << done.at("files").size() << " fichier(s) dans " << options.folder << ", "
              << done.at("left_out").size() << " transmission(s) laissée(s) de côté\n";
  });
}

void answer(CommonOptions const& common, Json const& transmission, char const* said) {
  if (common.json)
    std::cout << transmission.dump() << "\n";
  else
    std::cout << said << "\n";
}

void confirm(CommonOptions const& common, TransmissionOptions const& options) {
  auto const on = parse_date(options.on);
  if (!on) throw CommandFailed("--on attend une date AAAA-MM-JJ.");
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    auto const transmission = require_transmission(program, establishment, options.id);
    auto const today = paris_date(program.registers.clock().now);
    if (auto const fault = api::fault_of_confirmation(transmission, *on, today))
      throw CommandFailed("--on : " + *fault + ".");
    auto const proof = options.proof.empty() ? std::nullopt : std::optional(options.proof);
    if (program.registers.confirm_transmission(establishment, options.id, *on, proof, "console") !=
        Finished::yes)
      throw CommandFailed(api::why_not_confirmed(transmission));
    answer(common, require_transmission(program, establishment, options.id), "Transmission confirmée.");
  });
}

void send_again(CommonOptions const& common, TransmissionOptions const& options) {
  with_program(common, [&](Program& program) {
    auto const establishment = program.establishment(common);
    require_transmission(program, establishment, options.id);
    if (program.transmissions.send_again(establishment, options.id) != Finished::yes)
      throw CommandFailed("Cette transmission n'attend pas d'être renvoyée.");
    answer(common, require_transmission(program, establishment, options.id),
           "Elle repartira au prochain envoi.");
  });
}

}  // namespace

void add_transmissions(CLI::App& app, CommonOptions const& common) {
  auto* group = app.add_subcommand("transmissions", "Ce qui est à transmettre sur ViaTrajectoire")
                    ->require_subcommand(1)
                    ->fallthrough();
  auto options = std::make_shared<TransmissionOptions>();
  auto const add = [&](char const* name, char const* description, auto run) {
    return add_verb(*group, name, description, [&common, options, run] { run(common, *options); });
  };
  auto* listing = add("list", "Montre les transmissions, avec le texte à copier", list);
  listing->add_option("--status", options->status, "queued, to_do ou confirmed (sans lui : toutes)")
      ->check(CLI::IsMember({"queued", "to_do", "confirmed"}));
  auto* document = add("sdo", "Écrit une transmission au format d'échange national (FHIR)", print_document);
  auto* exporting = add("export", "Écrit un fichier FHIR par transmission à faire", export_documents);
  exporting->add_option("folder", options->folder, "Dossier des fichiers")->required();
  auto* confirming = add("confirm", "Confirme une transmission faite", confirm);
  confirming->add_option("--on", options->on, "Le jour où elle a été faite (AAAA-MM-JJ)")->required();
  confirming->add_option("--proof", options->proof, "Ce qui le montre, par exemple un numéro d'accusé");
  auto* again = add("retry", "Laisse repartir un envoi refusé ou en doute", send_again);
  for (auto* verb : {document, confirming, again})
    verb->add_option("id", options->id, "Son identifiant, montré par `jalon transmissions list`")->required();
}

}  // namespace jalon::commands
