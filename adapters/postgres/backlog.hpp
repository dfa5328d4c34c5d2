#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/backlog.hpp"

namespace jalon::postgres {

/// One statement on the indexes of what is to be claimed. Throws Unavailable when the database cannot be
/// reached in time. May be used from several threads.
class PostgresBacklog : public BacklogCount {
 public:
  explicit PostgresBacklog(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  Backlog count() override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
