#include "adapters/postgres/dispatcher_hints.hpp"

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
  auto const& effects = entry.move.effects;
  return !effects.messages.empty() || !effects.transmissions.empty() || effects.transmissions_released;
}

bool sets_soon(Entry const& entry) {
  auto const& set = entry.move.effects.deadlines_set;
  return std::any_of(set.begin(), set.end(),
                     [&](auto const& record) { return passes_soon(record, entry.at); });
}

}  // namespace

bool DispatcherHints::is_time_for(LastGiven& last) {
  auto const now = Clock::now().time_since_epoch();
  auto given = last.load();
  bool const waited = given == 0 || now - Clock::duration(given) >= pause;
  return waited && last.compare_exchange_strong(given, now.count());
}

void DispatcherHints::give(pqxx::connection& connection, std::vector<Entry> const& entries) noexcept {
  try {
    if (std::any_of(entries.begin(), entries.end(), sends) && is_time_for(last_outbox_))
      run_prepared(connection, "notify", sql::notify, "jalon_outbox");
    if (std::any_of(entries.begin(), entries.end(), sets_soon) && is_time_for(last_due_))
      run_prepared(connection, "notify", sql::notify, "jalon_due");
  } catch (std::exception const&) {  // see the header
  }
}

}  // namespace jalon::postgres
