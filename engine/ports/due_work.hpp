// Deadlines whose last day has passed, claimed in batches so that several processes never fire one twice.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "engine/ports/case_store.hpp"

namespace jalon {

struct DueDeadline {
  std::string establishment;
  int settings_revision = 0;
  Snapshot snapshot;
  std::string deadline;
  int number = 0;
  Instant fires_at;
};

class DueWork {
 public:
  virtual ~DueWork() = default;
  // In one transaction: claims up to `limit` deadlines due at the clock of record (at most one per case,
  // earliest first, cases and deadlines others hold are skipped), lets `decide` turn them into entries,
  // records these, commits. Answers how many were claimed; 0 when nothing is due.
  using Decide = std::function<std::vector<Entry>(Instant now, std::vector<DueDeadline> const&)>;
  virtual std::size_t fire_due(std::size_t limit, Decide const& decide) = 0;
  // When the next one is due, if any, by the clock of record; and what that clock says now.
  struct Next {
    Instant now;
    std::optional<Instant> due;
  };
  virtual Next next_due() = 0;
};

}  // namespace jalon
