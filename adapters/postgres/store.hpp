#pragma once

#include "adapters/postgres/access.hpp"
#include "adapters/postgres/dispatcher_hints.hpp"
#include "engine/ports/case_store.hpp"
#include "engine/ports/due_work.hpp"

namespace jalon::postgres {

/// The cases in PostgreSQL. A command is one call of the SQL function `load_case` and one of `record_entries`
/// (migrations/), which commits by itself: two round trips, one commit.
///
/// Requests and timers get a store each, on pools of their own. May be used from several threads.
class PostgresStore : public CaseStore, public DueWork {
 public:
  explicit PostgresStore(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  Loaded load(LoadRequest const& request) override;

  /// Gives the dispatchers a hint after the commit (dispatcher_hints.hpp).
  std::vector<Recorded> record(std::vector<Entry>& entries) override;

  /// The answer is final: an attempt that has not been committed by now never will be.
  bool was_recorded(std::string const& establishment, std::string const& command_id) override;

  /// A deadline that `decide` gave no entry for, or whose entry the database refused, stays due and in all
  /// lists but is put off for `put_off_s` seconds of real time: dropping it would forget it, and claiming it
  /// again at once would never end. When one entry of a batch is refused, the others are recorded all the
  /// same. What `decide` throws passes through, and nothing is written.
  std::size_t fire_due(Portion portion, Decide const& decide) override;
  static constexpr int put_off_s = 60;

  Next next_due() override;

 private:
  Access access_;
  DispatcherHints hints_;
};

}  // namespace jalon::postgres
