// An establishment's years on a virtual clock: persons are notified, staff act with delays and sometimes
// forget, deadlines pass; where asked for, processes die and answers are lost. The same seed gives the same
// years, entry by entry and crash by crash.
#pragma once
#include <functional>
#include <map>
#include <string>

#include "engine/runner/replay.hpp"

namespace jalon {

struct SimulationOptions {
  int years = 1;
  unsigned seed = 1;
  Date first_day = Date{std::chrono::year{2026} / 1 / 5};
  int notifications_a_week = 1;
  double crashes =
      0;  // the likelihood, from 0 to 1, that a commit fails, loses its answer or kills its process
};

struct SimulationReport {
  std::size_t cases = 0, entries = 0, deadlines_passed = 0, refused = 0;
  std::size_t first_contacts = 0, first_contacts_in_time = 0;
  std::map<std::string, std::size_t> journeys;  // where the journeys stand at the end
  std::size_t crashes = 0;
  std::vector<Discrepancy> discrepancies;  // of the replay of every history: none, or a bug
  std::vector<std::string> broken;         // what must stay true and does not (French): none, or a bug
};

// `tell` is given one line per entry as it happens.
SimulationReport simulate(std::vector<Definition> const& definitions, SimulationOptions const& options,
                          std::function<void(std::string const& line)> const& tell);

}  // namespace jalon
