#include "adapters/postgres/wake_dispatchers.hpp"

#include <algorithm>

#include "adapters/postgres/access.hpp"
#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {
namespace {

constexpr std::chrono::minutes soon{1};

bool passes_soon(DeadlineRecord const& record, Instant now) {
  return !record.passed && !record.frozen && paris_midnight(plus_days(record.date.due, 1)) <= now + soon;
}

bool sends(Entry const& entry) {
  return !entry.move.effects.messages.empty();
}

bool sets_soon(Entry const& entry) {
  auto const& set = entry.move.effects.deadlines_set;
  return std::any_of(set.begin(), set.end(),
                     [&](auto const& record) { return passes_soon(record, entry.at); });
}

}  // namespace

void wake_dispatchers(pqxx::connection& connection, std::vector<Entry> const& entries) noexcept {
  try {
    if (std::any_of(entries.begin(), entries.end(), sends))
      run_prepared(connection, "notify", sql::notify, "jalon_outbox");
    if (std::any_of(entries.begin(), entries.end(), sets_soon))
      run_prepared(connection, "notify", sql::notify, "jalon_due");
  } catch (std::exception const&) {  // see the header
  }
}

}  // namespace jalon::postgres
