#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/readings.hpp"

namespace jalon::postgres {

/// The register of readings in PostgreSQL. Throws Unavailable when the database cannot be reached in time, or
/// when it is unknown whether a reading was entered. May be used from several threads.
class PostgresReadings : public Readings {
 public:
  explicit PostgresReadings(Pool& pool, std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  std::size_t enter(std::string const& establishment, std::string const& case_id, std::string const& login,
                    std::set<std::string> const& facts) override;
  void alert_of_pace(std::string const& establishment, std::string const& login, std::size_t files,
                     std::string const& url) override;
  Page of_case(std::string const& establishment, std::string const& case_id,
               PageRequest const& page) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
