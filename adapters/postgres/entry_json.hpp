#pragma once

#include <string>
#include <vector>

#include "engine/ports/case_store.hpp"

namespace jalon::postgres {

/// The list that the SQL function `record_entries` takes, one object an entry, numbered in `n`. Parts of the
/// effects with nothing in them are left out: the function then skips their step.
std::string write_entries(std::vector<Entry> const& entries);

}  // namespace jalon::postgres
