// One person's whole file, for the right of access; lists of cases for a spreadsheet.
#include <iostream>

#include "adapters/postgres/migrator.hpp"
#include "api/commands/backend.hpp"
#include "api/commands/exchange_verbs.hpp"
#include "api/commands/files.hpp"
#include "api/commands/house_of.hpp"
#include "api/commands/program.hpp"
#include "api/endpoints/all_items.hpp"
#include "api/endpoints/case_sheet.hpp"
#include "api/endpoints/whole_file.hpp"
#include "engine/ports/establishment_scope.hpp"

namespace jalon::commands {

namespace {

struct ExportOptions {
  std::string case_id, cases_file;
};

Json whole_file(Program& program, std::string const& establishment, std::string const& id) {
  if (!is_uuid(id)) throw CommandFailed("--case attend l'identifiant d'un dossier.");
  auto const house = house_of(program, nullptr);
  auto file = api::whole_file(house, establishment, id);
  if (!file) throw CommandFailed("Ce dossier n'existe pas.");
  return std::move(*file);
}

void write_cases(Program& program, std::string const& establishment, std::string const& path) {
  bool const for_spreadsheet = path.ends_with(".xlsx");
  if (!for_spreadsheet && !path.ends_with(".csv"))
    throw CommandFailed("--cases attend un fichier .csv ou .xlsx.");
  auto const items = api::all_items([&](PageRequest const& page) {
    return program.registers.cases({establishment, std::nullopt}, {}, page);
  });
  auto const sheet = api::case_sheet(items);
  write_file(path, for_spreadsheet ? program.spreadsheets.write(sheet) : api::to_csv(sheet));
  std::cout << items.size() << " dossier(s) dans " << path << "\n";
}

void export_file(CommonOptions const& common, ExportOptions const& options) {
  if (options.case_id.empty() == options.cases_file.empty())
    throw CommandFailed("Précisez --case ID ou --cases FICHIER.csv ou .xlsx.");
  auto backend = Backend::joining(common);
  postgres::require_current_schema(backend.connection_string());
  Program program(backend.connection_string(), {2, 1});
  auto const establishment = program.establishment(common);
  EstablishmentScope const scope(establishment);
  if (!options.cases_file.empty()) return write_cases(program, establishment, options.cases_file);
  std::cout << whole_file(program, establishment, options.case_id).dump(2) << "\n";
}

}  // namespace

void add_export(CLI::App& app, CommonOptions const& common) {
  auto options = std::make_shared<ExportOptions>();
  auto* verb = add_verb(app, "export", "Le dossier entier d'une personne, ou la liste des dossiers",
                        [&common, options] { export_file(common, *options); });
  verb->add_option("--case", options->case_id, "Identifiant d'un dossier : tout ce qui le concerne, en JSON");
  verb->add_option("--cases", options->cases_file, "Fichier .csv ou .xlsx à écrire : la liste des dossiers");
}

}  // namespace jalon::commands
