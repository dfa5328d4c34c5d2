#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/absences.hpp"

namespace jalon::postgres {

/// Absences in PostgreSQL. Throws Unavailable when the database cannot be reached in time, or when it is
/// unknown whether an absence was kept. May be used from several threads.
class PostgresAbsences : public Absences {
 public:
  explicit PostgresAbsences(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  AbsenceAdded add(std::string const& establishment, std::string const& id, NewAbsence const& absence,
                   std::string const& by) override;
  Page list(std::string const& establishment, std::optional<std::string> const& login,
            PageRequest const& page) override;
  std::optional<Json> find(std::string const& establishment, std::string const& id) override;
  bool end(std::string const& establishment, std::string const& id, std::string const& by) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
