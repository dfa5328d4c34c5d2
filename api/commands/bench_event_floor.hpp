// The floor of an event: pgbench leads cases along the same pathway, one statement an event that reads the
// case with its deadlines and tasks and writes the rows that the program was seen to write.
#pragma once
#include "api/commands/bench_footprint.hpp"
#include "api/commands/bench_pathway.hpp"

namespace jalon::commands::bench {

class EventFloor {
 public:
  // Leads one case along the pathway, through the runner, and looks at what each event wrote.
  EventFloor(BenchDatabase& database, Pathway const& pathway);

  // Events per second with so many clients.
  double run(std::size_t clients, double seconds);

  double rows_per_event() const;
  double bytes_per_event() const;

 private:
  void write_script();
  std::string step_statement(Footprint const& footprint);

  BenchDatabase& database_;
  Pathway const& pathway_;
  Sample sample_;  // a case at the beginning
  std::vector<Footprint> steps_;
  PgbenchScript script_;
  std::size_t next_case_ = 1;
  double expected_per_s_ = 1'500;
};

}  // namespace jalon::commands::bench
