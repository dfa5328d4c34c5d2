// Years of an establishment in seconds, on a virtual clock.
#include "api/commands/simulate.hpp"

#include <iostream>

#include "engine/simulation/establishment_year.hpp"
#include "workflows/registry.hpp"

namespace jalon::commands {

namespace {

struct SimulateOptions {
  SimulationOptions simulation;
  bool journal = false;
};

Json to_json(SimulationReport const& report, SimulationOptions const& options) {
  return {{"years", options.years},
          {"seed", options.seed},
          {"cases", report.cases},
          {"entries", report.entries},
          {"deadlines_passed", report.deadlines_passed},
          {"refused", report.refused},
          {"first_contacts", report.first_contacts},
          {"first_contacts_in_time", report.first_contacts_in_time},
          {"journeys", report.journeys},
          {"crashes", report.crashes},
          {"discrepancies", report.discrepancies.size()},
          {"broken", report.broken}};
}

void print(SimulationReport const& report, SimulationOptions const& options) {
  std::cout << options.years << " an(s), graine " << options.seed << " : " << report.cases << " dossiers, "
            << report.entries << " entrées, " << report.deadlines_passed << " échéances passées\n"
            << "premiers contacts en 15 jours : " << report.first_contacts_in_time << " sur "
            << report.first_contacts << "\nà la fin :\n";
  for (auto const& [state, count] : report.journeys) std::cout << "  " << state << "  " << count << "\n";
  if (report.crashes > 0) std::cout << "pannes : " << report.crashes << "\n";
  std::cout << "historiques rejoués : " << report.discrepancies.size() << " écart(s)\n";
}

void run_simulation(CommonOptions const& common, SimulateOptions const& options) {
  auto const report = simulate(all_workflows(), options.simulation, [&](std::string const& line) {
    if (options.journal) std::cout << line << "\n";
  });
  if (common.json)
    std::cout << to_json(report, options.simulation).dump() << "\n";
  else
    print(report, options.simulation);
  for (auto const& each : report.discrepancies) std::cerr << each.message() << "\n";
  for (auto const& each : report.broken) std::cerr << each << "\n";
  if (!report.broken.empty()) throw CommandFailed("Une règle qui doit rester vraie ne l'est plus.");
  if (!report.discrepancies.empty()) throw CommandFailed("Un historique rejoué diffère.");
}

}  // namespace

void add_simulate(CLI::App& app, CommonOptions const& common) {
  auto options = std::make_shared<SimulateOptions>();
  auto* verb = add_verb(app, "simulate", "Les années d'un établissement, sur une horloge virtuelle",
                        [&common, options] { run_simulation(common, *options); });
  verb->add_option("--years", options->simulation.years, "Combien d'années")
      ->check(CLI::Range(1, 50))
      ->capture_default_str();
  verb->add_option("--seed", options->simulation.seed, "Graine : la même donne les mêmes années")
      ->capture_default_str();
  verb->add_option("--crashes", options->simulation.crashes,
                   "Part des écritures qui échouent, perdent leur réponse ou tuent leur processus (0 à 0.5)")
      ->check(CLI::Range(0.0, 0.5))
      ->capture_default_str();
  verb->add_flag("--journal", options->journal, "Écrit chaque entrée");
}

}  // namespace jalon::commands
