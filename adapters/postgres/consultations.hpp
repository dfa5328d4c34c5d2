#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/consultations.hpp"

namespace jalon::postgres {

/// The weekly tasks in PostgreSQL, kept from opening twice by a unique index. Throws Unavailable when the
/// database cannot be reached in time. May be used from several threads.
class PostgresConsultations : public Consultations {
 public:
  explicit PostgresConsultations(Pool& pool,
                                 std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  bool open(std::string const& establishment, Date monday, Date day) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
