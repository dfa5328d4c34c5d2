// A large, lifelike base, loaded by copying a few real cases many times over: cases at every stage of the
// pathway, six in ten of them closed, names as they are, deadlines over the coming weeks and a few past.
// Their histories are not copied: no worklist reads them.
#pragma once
#include "api/commands/bench_pathway.hpp"

namespace jalon::commands::bench {

void load_large_base(BenchDatabase& database, std::size_t cases);

}  // namespace jalon::commands::bench
