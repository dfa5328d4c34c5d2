#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/transmission_register.hpp"

namespace jalon::postgres {

/// Single reports in PostgreSQL. Identifiers that are none lead nowhere. Throws Unavailable when the database
/// cannot be reached in time. May be used from several threads.
class PostgresTransmissionRegister : public TransmissionRegister {
 public:
  explicit PostgresTransmissionRegister(Pool& pool,
                                        std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  std::optional<Report> report(Sight const& sight, std::string const& id) override;
  Finished send_again(std::string const& establishment, std::string const& id) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
