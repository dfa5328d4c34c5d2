#pragma once

#include <pqxx/pqxx>
#include <vector>

#include "engine/ports/case_store.hpp"

namespace jalon::postgres {

/// Hints to those who LISTEN, after these entries were committed: `jalon_outbox` when they brought messages,
/// `jalon_due` when they set a deadline that passes within the next minute. Dispatchers look at least that
/// often by themselves, so that a hint which is lost costs no more; a failure here is therefore nobody's
/// concern.
void wake_dispatchers(pqxx::connection& connection, std::vector<Entry> const& entries) noexcept;

}  // namespace jalon::postgres
