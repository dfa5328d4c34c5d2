// Runs PostgreSQL's own pgbench: the floor, what the same reading and writing costs without any of our code.
#pragma once
#include <map>
#include <string>

#include "api/commands/bench_database.hpp"

namespace jalon::commands::bench {

// A script and the texts it binds: in the prepared protocol each `:name` is a parameter.
struct PgbenchScript {
  std::string text;
  std::map<std::string, std::string> variables;

  // A variable with this value: « :v12 ». The same value has one variable.
  std::string bind(std::string const& value);

 private:
  std::map<std::string, std::string> names_;
};

struct PgbenchResult {
  double transactions_per_s = 0;
  std::size_t transactions = 0;
};

struct PgbenchRun {
  std::size_t clients = 1;
  int seconds = 0;               // either this
  std::size_t transactions = 0;  // or this many for each client
};
// Throws CommandFailed, with what pgbench said, when it is missing or fails.
PgbenchResult run_pgbench(BenchDatabase const& database, PgbenchScript const& script, PgbenchRun const& run);

// pgbench counts in whole seconds.
int pgbench_seconds(double seconds);

}  // namespace jalon::commands::bench
