#include "api/commands/bench_report.hpp"

#include <cmath>
#include <cstdio>
#include <iostream>

#include "engine/json/json.hpp"

namespace jalon::commands::bench {

namespace {

double rounded(double value, double step) {
  return std::round(value / step) * step;
}

// Written with as many digits as mean something.
Json number(double value, int digits) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return Json::parse(text);
}

double ratio(Measure const& measure) {
  return measure.floor_per_s > 0 ? measure.load.per_s / measure.floor_per_s : 0;
}

std::string french_name(Measure const& measure) {
  if (measure.bench == "runner") return "événements, dans le programme";
  if (measure.bench == "http") return "événements, par HTTP";
  if (measure.bench == "timers") return "échéances";
  if (measure.bench == "pages") return measure.list;
  if (measure.list == "cases") return "dossiers, première page";
  if (measure.list == "cases_by_state") return "dossiers d'un état";
  if (measure.list == "cases_by_name") return "dossiers par nom";
  if (measure.list == "overdue") return "échéances dépassées";
  return "tâches d'un rôle";
}

// Accented letters take two bytes and one column.
std::string padded(std::string text, std::size_t columns) {
  std::size_t shown = 0;
  for (unsigned char const byte : text) shown += (byte & 0xC0) != 0x80;
  return shown < columns ? text + std::string(columns - shown, ' ') : text;
}

}  // namespace

void Report::add(Measure const& measure) {
  if (!json_) return add_row(measure);
  Json line{{"bench", measure.bench},
            {"clients", measure.clients},
            {"cases", measure.cases},
            {"per_s", number(measure.load.per_s, 1)},
            {"p50_ms", number(measure.load.p50_ms, 3)},
            {"p99_ms", number(measure.load.p99_ms, 3)}};
  if (measure.floor_per_s > 0)
    line.update(
        {{"floor_per_s", number(measure.floor_per_s, 1)}, {"ratio_to_floor", number(ratio(measure), 3)}});
  if (measure.lateness_p99_ms) line["lateness_p99_ms"] = number(*measure.lateness_p99_ms, 1);
  if (!measure.list.empty()) line["list"] = measure.list;
  std::cout << line.dump() << std::endl;
}

void Report::add_row(Measure const& measure) {
  constexpr std::size_t name_columns = 32;
  if (!has_heading_)
    std::cout << padded("mesure", name_columns)
              << " clients  dossiers  par seconde   médiane ms      p99 ms  plancher/s  rapport\n";
  has_heading_ = true;
  char figures[160];
  std::snprintf(figures, sizeof figures, "%8zu %9zu %12.1f %12.3f %11.3f %11.1f %8.2f", measure.clients,
                measure.cases, measure.load.per_s, measure.load.p50_ms, measure.load.p99_ms,
                measure.floor_per_s, ratio(measure));
  std::cout << padded(french_name(measure), name_columns) << figures;
  if (measure.lateness_p99_ms)
    std::cout << "  (retard p99 : " << rounded(*measure.lateness_p99_ms, 0.1) << " ms)";
  std::cout << std::endl;
}

void say(std::string const& what) {
  std::cerr << what << std::endl;
}

}  // namespace jalon::commands::bench
