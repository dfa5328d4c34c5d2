// `jalon bench`: how fast events, deadlines and lists go, beside the floor that PostgreSQL itself sets on the
// same machine in the same minute. The habits are Google Benchmark's: a warm-up, several runs, the median.
#pragma once
#include "api/commands/options.hpp"

namespace jalon::commands {

void add_bench(CLI::App& app, CommonOptions const& common);

}  // namespace jalon::commands
