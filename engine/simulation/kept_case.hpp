// What one entry changes in a case that is kept in memory: the case itself, its history, and its work.
#pragma once
#include "engine/ports/case_store.hpp"
#include "engine/runner/recorded_case.hpp"

namespace jalon {

void keep_entry(Entry const& entry, RecordedCase& recorded);

}  // namespace jalon
