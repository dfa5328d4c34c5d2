// Notifications in bulk: from a spreadsheet's CSV, or decisions as ViaTrajectoire hands them out.
#include <iostream>

#include "api/commands/exchange_verbs.hpp"
#include "api/commands/files.hpp"
#include "api/commands/with_program.hpp"
#include "api/import/notification_file.hpp"
#include "api/import/sdo_file.hpp"

namespace jalon::commands {

namespace {

struct ImportOptions {
  std::string file, sdo_file;
  bool dry_run = false;
};

NotificationMarks marks_of(ImportedNotification const& imported) {
  auto const& [line, person, notification] = imported;
  return {notification.value("national_decision_id", ""),
          person.at("family_name"),
          person.at("given_name"),
          person.at("birth_date"),
          notification.at("mdph"),
          notification.at("received_on")};
}

RejectedLine rejected_as(Familiar familiar, std::size_t line) {
  if (familiar == Familiar::decision) return {line, "", "cette décision a déjà un dossier ouvert"};
  return {line, "", "déjà importée : même personne, même MDPH, reçue le même jour"};
}

// What has come already is not opened twice.
void reject_familiar(Program& program, std::string const& establishment, NotificationFile& file) {
  std::vector<NotificationMarks> marks;
  for (auto const& each : file.accepted) marks.push_back(marks_of(each));
  auto const familiar = program.registers.familiar_notifications(establishment, marks);
  std::vector<ImportedNotification> fresh;
  for (std::size_t i = 0; i < file.accepted.size(); ++i) {
    if (familiar[i] == Familiar::no)
      fresh.push_back(std::move(file.accepted[i]));
    else
      file.rejected.push_back(rejected_as(familiar[i], file.accepted[i].line));
  }
  file.accepted = std::move(fresh);
}

void open_cases(Program& program, std::string const& establishment, NotificationFile& file, bool dry_run) {
  std::vector<Command> commands;
  for (auto const& each : file.accepted)
    commands.push_back(
        {"open_case", {{"person", each.person}, {"notification", each.notification}}, {}, {}, {}});
  Request request{establishment, {"import", {Role::admin_assistant}, ""}, {}, ""};
  auto const outcomes = program.runner.open_all(request, "preorientation", commands, !dry_run);
  std::vector<ImportedNotification> opened;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    auto const* refusal = std::get_if<Refusal>(&outcomes[i]);
    if (!refusal)
      opened.push_back(file.accepted[i]);
    else
      for (auto const& error : refusal->errors)
        file.rejected.push_back({file.accepted[i].line, error.pointer, error.message});
  }
  file.accepted = std::move(opened);
  std::stable_sort(file.rejected.begin(), file.rejected.end(),
                   [](auto const& one, auto const& other) { return one.line < other.line; });
}

// A decision has a place in its file, not a line.
std::string place_of(RejectedLine const& line, ImportOptions const& options) {
  if (!options.sdo_file.empty())
    return line.line == 0 ? "le fichier" : "décision " + std::to_string(line.line);
  return "ligne " + std::to_string(line.line) + (line.column.empty() ? "" : ", " + line.column);
}

// Whom a case is opened for though an open one has the same name and birth date: it may be the same person.
Json twins_of(Program& program, std::string const& establishment, NotificationFile const& file) {
  Json twins = Json::array();
  for (auto const& each : file.accepted) {
    CaseFilter filter;
    filter.query = each.person.at("family_name").get<std::string>() + " " +
                   each.person.at("given_name").get<std::string>();
    filter.born_on = parse_date(each.person.at("birth_date").get<std::string>());
    auto const known = program.registers.cases({establishment, std::nullopt}, filter, {1, std::nullopt});
    if (!known.items.empty())
      twins.push_back({{"line", each.line}, {"reference", known.items.front().at("reference")}});
  }
  return twins;
}

void report(NotificationFile const& file, Json const& twins, ImportOptions const& options, bool json) {
  auto const dry_run = options.dry_run;
  if (json) {
    Json rejected = Json::array();
    for (auto const& line : file.rejected)
      rejected.push_back({{"line", line.line}, {"column", line.column}, {"reason", line.reason}});
    std::cout << Json{{"accepted", file.accepted.size()},
                      {"rejected", rejected},
                      {"twins", twins},
                      {"dry_run", dry_run}}
                     .dump()
              << "\n";
    return;
  }
  for (auto const& line : file.rejected) std::cout << place_of(line, options) << " : " << line.reason << "\n";
  for (auto const& twin : twins)
    std::cout << place_of({twin.at("line"), "", ""}, options) << " : le dossier "
              << twin.at("reference").get<std::string>()
              << " porte le même nom et la même date de naissance, à vérifier\n";
  std::cout << file.accepted.size()
            << (dry_run ? " notification(s) seraient importées, " : " notification(s) importées, ")
            << file.rejected.size()
            << (options.sdo_file.empty() ? " ligne(s) refusée(s)\n" : " refusée(s)\n");
}

NotificationFile read(ImportOptions const& options, std::string const& text, Date today) {
  return options.sdo_file.empty() ? read_notifications(text, today) : read_decisions(text, today);
}

void import(CommonOptions const& common, ImportOptions const& options) {
  if (options.file.empty() == options.sdo_file.empty()) throw CLI::RequiredError("un fichier, et un seul,");
  std::string const text = read_file(options.sdo_file.empty() ? options.file : options.sdo_file);
  with_program(common, [&](Program& program) {
    std::string const establishment = program.establishment(common);
    auto file = read(options, text, paris_date(program.registers.clock().now));
    reject_familiar(program, establishment, file);
    auto const twins = twins_of(program, establishment, file);
    open_cases(program, establishment, file, options.dry_run);
    report(file, twins, options, common.json);
    if (file.accepted.empty()) throw CommandFailed("Aucune notification n'a été importée.");
  });
}

}  // namespace

void add_import(CLI::App& app, CommonOptions const& common) {
  auto options = std::make_shared<ImportOptions>();
  auto* verb = add_verb(app, "import",
                        "Importe des notifications d'un fichier CSV, ou des décisions de ViaTrajectoire",
                        [&common, options] { import(common, *options); });
  verb->add_option("file", options->file, "CSV en UTF-8, séparé par ; ou ,");
  verb->add_option("--sdo", options->sdo_file,
                   "À sa place, des décisions au format d'échange national (FHIR, JSON)");
  verb->add_flag("--dry-run", options->dry_run, "Dit ce qui serait importé, sans rien écrire");
}

}  // namespace jalon::commands
