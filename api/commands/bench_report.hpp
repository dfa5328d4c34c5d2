// What was measured, as JSON lines or as a table, one line as soon as it is known.
#pragma once
#include <optional>
#include <string>

#include "api/commands/bench_load.hpp"

namespace jalon::commands::bench {

struct Measure {
  std::string bench;  // runner, http, timers, list, pages
  std::string list;   // which worklist or page; empty otherwise
  std::size_t clients = 0, cases = 0;
  Load load;
  std::optional<double> lateness_p99_ms;
  double floor_per_s = 0;  // none where nothing stands beside it
};

class Report {
 public:
  explicit Report(bool json) : json_(json) {}
  void add(Measure const& measure);

 private:
  void add_row(Measure const& measure);

  bool json_;
  bool has_heading_ = false;
};

// What goes on, for the person who waits: on standard error.
void say(std::string const& what);

}  // namespace jalon::commands::bench
