// What `jalon bench` may be told.
#pragma once
#include <cstddef>
#include <vector>

#include "api/commands/options.hpp"

namespace jalon::commands::bench {

struct BenchOptions {
  int runs = 5;        // the median of them is reported
  double seconds = 3;  // of one run
  std::size_t cases = 0;
  std::vector<std::size_t> clients;  // measured one after the other
};

// Each measures on a database of its own and prints as it goes.
void measure_advance(CommonOptions const& common, BenchOptions const& options);
void measure_timers(CommonOptions const& common, BenchOptions const& options);
void measure_list(CommonOptions const& common, BenchOptions const& options);
void measure_pages(CommonOptions const& common, BenchOptions const& options);

}  // namespace jalon::commands::bench
