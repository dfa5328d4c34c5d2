// The statistics of a period, as the establishment reports them.
#include "api/endpoints/statistics.hpp"

#include <iostream>

#include "api/commands/files.hpp"
#include "api/commands/statistics.hpp"
#include "api/commands/with_program.hpp"

namespace jalon::commands {

namespace {

struct StatisticsOptions {
  std::string from, to, file;
};

std::optional<std::string> given(std::string const& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

api::StatisticsPeriod period_of(StatisticsOptions const& options, Date today) {
  try {
    return api::statistics_period(given(options.from), given(options.to), today);
  } catch (api::ApiProblem const& problem) {
    auto const& error = problem.errors.front();
    throw CommandFailed("--" + error.pointer.substr(1) + " : " + error.message + ".");
  }
}

void print(Figure const& figure) {
  std::cout << "\n" << figure.label << " : " << in_words(figure) << "\n";
  for (auto const& row : figure.rows)
    std::cout << "  " << row.label << " : " << row.count
              << (row.base ? " sur " + std::to_string(*row.base) : "") << "\n";
}

void show(CommonOptions const& common, StatisticsOptions const& options) {
  with_program(common, [&](Program& program) {
    auto const today = paris_date(program.registers.clock().now);
    auto const period = period_of(options, today);
    auto const figures =
        api::statistics(program.statistics, all_workflows(), program.establishment(common), period, today);
    if (!options.file.empty())
      return write_file(options.file, program.spreadsheets.write(api::statistics_sheet(period, figures)));
    if (common.json) return void(std::cout << api::statistics_json(period, figures).dump() << "\n");
    std::cout << "Notifications reçues du " << french(period.first) << " au " << french(period.last) << "\n";
    for (auto const& figure : figures) print(figure);
  });
}

}  // namespace

void add_statistics(CLI::App& app, CommonOptions const& common) {
  auto options = std::make_shared<StatisticsOptions>();
  auto* verb = add_verb(app, "statistics", "Statistiques d'une période, chacune avec sa base",
                        [options, &common] { show(common, *options); });
  verb->add_option("--from", options->from, "Premier jour de réception des notifications (AAAA-MM-JJ)");
  verb->add_option("--to", options->to, "Dernier jour (AAAA-MM-JJ) ; par défaut aujourd'hui");
  verb->add_option("--file", options->file, "Écrire un tableau XLSX dans ce fichier");
}

}  // namespace jalon::commands
