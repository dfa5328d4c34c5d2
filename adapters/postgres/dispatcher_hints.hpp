#pragma once

#include <atomic>
#include <chrono>
#include <pqxx/pqxx>
#include <vector>

#include "engine/ports/case_store.hpp"

namespace jalon::postgres {

/// Hints to those who LISTEN, after entries were committed: `jalon_outbox` when they brought messages or
/// reports, `jalon_due` when they set a deadline that passes within the next minute. Not inside the commit:
/// PostgreSQL makes commits that notify wait in one line.
///
/// Dispatchers look every few seconds by themselves, so that a hint which is lost costs no more. Hence
/// failures are nobody's concern here, and under load one hint in `pause` is enough: whom it woke finds the
/// rest as well.
class DispatcherHints {
 public:
  static constexpr std::chrono::milliseconds pause{100};

  void give(pqxx::connection& connection, std::vector<Entry> const& entries) noexcept;

 private:
  using Clock = std::chrono::steady_clock;
  using LastGiven = std::atomic<Clock::rep>;

  static bool is_time_for(LastGiven& last);

  LastGiven last_outbox_{0}, last_due_{0};
};

}  // namespace jalon::postgres
