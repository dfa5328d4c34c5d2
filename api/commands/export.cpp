// One person's whole file, for the right of access; lists of cases for a spreadsheet.
#include <fstream>
#include <iostream>

#include "adapters/postgres/migrator.hpp"
#include "api/commands/backend.hpp"
#include "api/commands/exchange_verbs.hpp"
#include "api/commands/program.hpp"

namespace jalon::commands {

namespace {

struct ExportOptions {
  std::string case_id, cases_file;
};

Json all_pages(std::function<Page(PageRequest const&)> const& read) {
  Json items = Json::array();
  PageRequest request{200, std::nullopt};
  for (;;) {
    auto const page = read(request);
    for (auto const& item : page.items) items.push_back(item);
    if (!page.next) return items;
    request.cursor = page.next;
  }
}

Json whole_file(Program& program, std::string const& establishment, std::string const& id) {
  if (!is_uuid(id)) throw CommandFailed("--case attend l'identifiant d'un dossier.");
  Sight const sight{establishment, std::nullopt};
  Request const request{establishment, {"export", team_roles(), ""}, {}, ""};
  auto const outcome = program.runner.read(request, id);
  auto const* done = std::get_if<jalon::Done>(&outcome);
  if (!done) throw CommandFailed("Ce dossier n'existe pas.");
  Json file{{"case", done->answer}};
  file["case"].erase("actions");
  file["history"] = all_pages(
      [&](PageRequest const& page) { return program.registers.history(sight, id, page).value_or(Page{}); });
  file["messages"] =
      all_pages([&](PageRequest const& page) { return program.registers.messages(sight, id, page); });
  file["transmissions"] =
      all_pages([&](PageRequest const& page) { return program.registers.transmissions(sight, id, page); });
  return file;
}

// A cell that a spreadsheet would take for a formula is escaped.
std::string cell(std::string text) {
  if (!text.empty() && std::string("=+-@\t\r").find(text.front()) != std::string::npos) text.insert(0, "'");
  std::string quoted = "\"";
  for (char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string line_of(Json const& item) {
  auto const text = [](Json const& json) {
    return json.is_string() ? json.get<std::string>() : json.is_null() ? "" : json.dump();
  };
  auto const& person = item.at("person");
  std::string line = cell(text(item.at("reference")));
  for (auto const& value :
       {person.value("family_name", ""), person.value("given_name", ""), text(item.value("mdph", Json())),
        item.at("states").value("journey", ""), text(item.value("due", Json())),
        std::string(item.at("overdue").get<bool>() ? "oui" : "non"),
        std::string(item.at("closed").get<bool>() ? "oui" : "non")})
    line += ";" + cell(value);
  return line;
}

void write_cases(Program& program, std::string const& establishment, std::string const& path) {
  if (!path.ends_with(".csv")) throw CommandFailed("--cases attend un fichier .csv.");
  std::ofstream file(path, std::ios::binary);
  if (!file) throw CommandFailed("Le fichier « " + path + " » ne peut pas être écrit.");
  file << "\xEF\xBB\xBF"
       << "reference;nom;prenom;mdph;etat;echeance;en_retard;clos\r\n";
  auto const items = all_pages([&](PageRequest const& page) {
    return program.registers.cases({establishment, std::nullopt}, {}, page);
  });
  for (auto const& item : items) file << line_of(item) << "\r\n";
  std::cout << items.size() << " dossier(s) dans " << path << "\n";
}

void export_file(CommonOptions const& common, ExportOptions const& options) {
  if (options.case_id.empty() == options.cases_file.empty())
    throw CommandFailed("Précisez --case ID ou --cases FICHIER.csv.");
  auto backend = Backend::joining(common);
  postgres::require_current_schema(backend.connection_string());
  Program program(backend.connection_string(), {2, 1});
  auto const establishment = program.establishment(common);
  if (!options.cases_file.empty()) return write_cases(program, establishment, options.cases_file);
  std::cout << whole_file(program, establishment, options.case_id).dump(2) << "\n";
}

}  // namespace

void add_export(CLI::App& app, CommonOptions const& common) {
  auto options = std::make_shared<ExportOptions>();
  auto* verb = add_verb(app, "export", "Le dossier entier d'une personne, ou la liste des dossiers",
                        [&common, options] { export_file(common, *options); });
  verb->add_option("--case", options->case_id, "Identifiant d'un dossier : tout ce qui le concerne, en JSON");
  verb->add_option("--cases", options->cases_file, "Fichier .csv à écrire : la liste des dossiers");
}

}  // namespace jalon::commands
