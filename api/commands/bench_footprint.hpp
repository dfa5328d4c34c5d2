// All rows that one history entry wrote, and one statement that writes the same for another case. The floor
// is made of these: same tables, same rows, same sizes, in a single statement with bound parameters.
#pragma once
#include "api/commands/bench_pgbench.hpp"
#include "api/commands/bench_rows.hpp"

namespace jalon::commands::bench {

// What a case has of its own at a moment, for comparison.
struct Belongings {
  std::vector<Row> deadlines, open_tasks;
};
Belongings belongings_of(BenchDatabase& database, std::string const& case_id);

// A case, with what belongs to it.
struct Sample {
  Row row;
  Belongings belongings;
};
Sample sample_of(BenchDatabase& database, std::string const& case_id);

struct Footprint {
  Row case_after;
  std::vector<std::string> unchanged;                    // columns of the case
  std::vector<Row> inserted_history, inserted_commands;  // one each
  std::vector<Row> deadlines_dropped, deadlines_set, deadlines_changed;
  std::vector<Row> tasks_opened, tasks_closed, messages, transmissions;
  bool takes_seat = false;

  std::size_t rows() const;
  std::size_t bytes() const;
};

// Of the case's latest entry.
Footprint footprint_of(BenchDatabase& database, std::string const& case_id, Sample const& before);

// The writing part of a statement, as a list of WITH queries after one named `key (id)` that gives the cases;
// `moved` are those that were still at the revision before.
std::string writing_like(Footprint const& footprint, std::string const& establishment, PgbenchScript& script);

// Cases like the sampled one: their numbers are their identifiers.
void insert_cases_like(BenchDatabase& database, Sample const& sample, std::size_t first, std::size_t count);

// SQL for the identifier of the case with that number.
std::string identifier_of(std::string const& number);

}  // namespace jalon::commands::bench
