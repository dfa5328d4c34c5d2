#pragma once

#include "adapters/postgres/access.hpp"
#include "adapters/postgres/costly_answers.hpp"
#include "engine/ports/statistics.hpp"

namespace jalon::postgres {

/// Each by one statement; on a large base an answer may be some seconds old (CostlyAnswers). Throws
/// Unavailable when the database cannot be reached in time. May be used from several threads.
class PostgresStatistics : public Statistics {
 public:
  explicit PostgresStatistics(Pool& pool,
                              std::chrono::milliseconds patience = std::chrono::milliseconds(10'000))
      : access_(pool, patience) {}

  std::vector<Milestones> milestones(std::string const& establishment, Date first, Date last) override;
  std::vector<LateStep> late_by_step(std::string const& establishment) override;

 private:
  std::vector<Milestones> read_milestones(std::string const& establishment, Date first, Date last);
  std::vector<LateStep> read_late(std::string const& establishment);

  Access access_;
  CostlyAnswers<std::vector<Milestones>> milestones_;
  CostlyAnswers<std::vector<LateStep>> late_;
};

}  // namespace jalon::postgres
