#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/sessions.hpp"

namespace jalon::postgres {

/// Sessions in PostgreSQL. Throws Unavailable when the database cannot be reached in time. May be used from
/// several threads.
class PostgresSessions : public Sessions {
 public:
  explicit PostgresSessions(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  std::optional<Json> read(Sight const& sight, std::string const& session, std::string const& paper,
                           std::string const& login) override;
  std::optional<Json> next_for_a_seat(Sight const& sight) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
