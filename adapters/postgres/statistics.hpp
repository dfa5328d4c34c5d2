#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/statistics.hpp"

namespace jalon::postgres {

/// Milestones read by one statement. Throws Unavailable when the database cannot be reached in time. May be
/// used from several threads.
class PostgresStatistics : public Statistics {
 public:
  explicit PostgresStatistics(Pool& pool,
                              std::chrono::milliseconds patience = std::chrono::milliseconds(10'000))
      : access_(pool, patience) {}

  std::vector<Milestones> milestones(std::string const& establishment, Date first, Date last) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
