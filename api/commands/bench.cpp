#include "api/commands/bench.hpp"

#include "api/commands/bench_interrupt.hpp"
#include "api/commands/bench_options.hpp"

namespace jalon::commands {

namespace {

using Measuring = void (*)(CommonOptions const&, bench::BenchOptions const&);

CLI::App* add_measure(CLI::App& group, CommonOptions const& common, std::string const& name,
                      std::string const& description, Measuring measure, bench::BenchOptions defaults) {
  auto options = std::make_shared<bench::BenchOptions>(std::move(defaults));
  auto* verb = add_verb(group, name, description, [&common, options, measure] {
    bench::watch_for_interrupts();
    measure(common, *options);
  });
  verb->add_option("--runs", options->runs, "Nombre de mesures, dont la médiane est donnée")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  verb->add_option("--seconds", options->seconds, "Durée d'une mesure, en secondes")
      ->check(CLI::Range(0.05, 600.0))
      ->capture_default_str();
  verb->add_option("--clients", options->clients, "Nombre de clients à la fois, un ou plusieurs")
      ->check(CLI::Range(1, 64))
      ->delimiter(',')
      ->capture_default_str();
  if (options->cases > 0)
    verb->add_option("--cases", options->cases, "Nombre de dossiers de la base")
        ->check(CLI::Range(500, 10'000'000))
        ->capture_default_str();
  return verb;
}

}  // namespace

void add_bench(CLI::App& app, CommonOptions const& common) {
  auto* group =
      app.add_subcommand("bench", "Mesure, sur une base à elle seule, à côté de ce que PostgreSQL permet")
          ->require_subcommand(1)
          ->fallthrough();
  add_measure(*group, common, "advance", "Événements par seconde, dans le programme et par HTTP",
              bench::measure_advance, {5, 3, 0, {1, 4, 16}});
  add_measure(*group, common, "timers", "Échéances qui tombent toutes au même instant", bench::measure_timers,
              {5, 3, 10'000, {2}});
  add_measure(*group, common, "list", "Listes de travail sur une grande base", bench::measure_list,
              {5, 3, 100'000, {1}});
  add_measure(*group, common, "pages", "Pages sur une grande base", bench::measure_pages,
              {3, 2, 100'000, {1}});
}

}  // namespace jalon::commands
