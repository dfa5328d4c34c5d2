#pragma once

#include <string>
#include <vector>

#include "engine/ports/case_store.hpp"

namespace jalon::postgres {

/// What the SQL function `record_entries` takes: the list of entries as JSON, one object an entry, numbered
/// in `n`, and which parts any of them has (an array in PostgreSQL's notation): the function skips the
/// others.
struct WrittenEntries {
  std::string entries, parts;
};
WrittenEntries write_entries(std::vector<Entry> const& entries);

}  // namespace jalon::postgres
