// The floor of a deadline: pgbench claims due deadlines in batches, with their cases, and writes the rows of
// their passing for a whole batch in one statement.
#pragma once
#include "api/commands/bench_footprint.hpp"
#include "api/commands/bench_pathway.hpp"

namespace jalon::commands::bench {

inline constexpr std::size_t batch_size = 250;  // as DeadlineFiring::fire_all

class TimerFloor {
 public:
  // `passed_id`: a case whose first deadline has passed, and nothing else.
  TimerFloor(BenchDatabase& database, std::string const& passed_id);
  // Deadlines per second, with so many batches under way at a time.
  double run(std::size_t deadlines, std::size_t at_once);

 private:
  BenchDatabase& database_;
  Sample sample_;
  PgbenchScript script_;
  std::size_t next_case_ = 1;
};

}  // namespace jalon::commands::bench
