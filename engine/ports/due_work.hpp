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

// What one call may claim. Callers at work at the same time take a part each, so that none has to pass over
// what another holds; a store may let the parts go when nobody would wait for the others.
struct Portion {
  std::size_t limit;  // how many deadlines at most
  std::size_t part = 0, parts = 1;
};

class DueWork {
 public:
  virtual ~DueWork() = default;
  // In one transaction: claims deadlines due at the clock of record (at most one per case,
  // earliest first, cases and deadlines others hold are skipped), lets `decide` turn them into entries,
  // records these, commits. Answers how many were claimed; 0 when nothing is due.
  using Decide = std::function<std::vector<Entry>(Instant now, std::vector<DueDeadline> const&)>;
  virtual std::size_t fire_due(Portion portion, Decide const& decide) = 0;
  // When the next one is due, if any, by the clock of record; and what that clock says now.
  struct Next {
    Instant now;
    std::optional<Instant> due;
  };
  virtual Next next_due() = 0;
};

}  // namespace jalon
