// An establishment's years on a virtual clock: persons are notified, staff act with delays and sometimes
// forget, deadlines pass. The same seed gives the same years, entry by entry.
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
};

struct SimulationReport {
  std::size_t cases = 0, entries = 0, deadlines_passed = 0, refused = 0;
  std::size_t first_contacts = 0, first_contacts_in_time = 0;
  std::map<std::string, std::size_t> journeys;  // where the journeys stand at the end
  std::vector<Discrepancy> discrepancies;       // of the replay of every history: none, or a bug
};

// `tell` is given one line per entry as it happens.
SimulationReport simulate(std::vector<Definition> const& definitions, SimulationOptions const& options,
                          std::function<void(std::string const& line)> const& tell);

}  // namespace jalon
