#pragma once

#include <pqxx/pqxx>
#include <vector>

#include "engine/json/json.hpp"
#include "engine/ports/case_store.hpp"
#include "engine/ports/due_work.hpp"

namespace jalon::postgres {

/// What the SQL function `load_case` answers.
Loaded read_loaded(Json const& json);

/// What `claim_due` answers.
struct Claimed {
  Instant now;
  std::vector<DueDeadline> due;
};
Claimed read_claimed(Json const& json);

/// What `record_entries` answers, entry by entry; writes the references given into the entries.
std::vector<Recorded> take_outcomes(pqxx::result const& rows, std::vector<Entry>& entries);

}  // namespace jalon::postgres
