#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/case_watch.hpp"

namespace jalon::postgres {

/// Revisions of cases in PostgreSQL. Throws Unavailable when the database cannot be reached in time. May be
/// used from several threads.
class PostgresCaseWatch : public CaseWatch {
 public:
  explicit PostgresCaseWatch(Pool& pool,
                             std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  std::optional<int> revision(Sight const& sight, std::string const& reference) override;
  std::map<std::string, int> revisions(std::string const& establishment,
                                       std::vector<std::string> const& references) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
