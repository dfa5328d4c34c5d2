#pragma once

#include <pqxx/pqxx>
#include <vector>

#include "engine/json/json.hpp"
#include "engine/ports/case_store.hpp"
#include "engine/ports/due_work.hpp"

namespace jalon::postgres {

/// What the SQL function `load_case` answers.
Loaded read_loaded(Json const& json);

/// One row of what `claim_due` answers. Throws std::runtime_error when a stored value is not what this
/// program understands.
DueDeadline read_due(pqxx::row const& row);

/// What `record_entries` answers, entry by entry; writes the references given into the entries.
std::vector<Recorded> take_outcomes(pqxx::result const& rows, std::vector<Entry>& entries);

}  // namespace jalon::postgres
