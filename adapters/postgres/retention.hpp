#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/retention.hpp"

namespace jalon::postgres {

/// Retention in PostgreSQL: the rule itself is in migrations/0031_retention.sql. Throws Unavailable when the
/// database cannot be reached in time. May be used from several threads.
class PostgresRetention : public Retention {
 public:
  explicit PostgresRetention(Pool& pool,
                             std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  Json rule(std::string const& establishment) override;
  Page due(std::string const& establishment, bool kept, PageRequest const& page) override;
  Erased erase(std::string const& establishment, std::string const& case_id,
               std::string const& login) override;
  Page erasures(std::string const& establishment, PageRequest const& page) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
