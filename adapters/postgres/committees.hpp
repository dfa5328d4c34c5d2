#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/committees.hpp"

namespace jalon::postgres {

/// The committees' papers in PostgreSQL. Identifiers that are no UUID lead nowhere. Throws Unavailable when
/// the database cannot be reached in time. May be used from several threads.
class PostgresCommittees : public Committees {
 public:
  explicit PostgresCommittees(Pool& pool,
                              std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  std::optional<Json> read(std::string const& establishment, std::string const& committee) override;
  Finished grade(std::string const& establishment, std::string const& committee, std::string const& case_id,
                 CommitteeGrade const& grade, std::string const& login) override;
  Json grades_of(std::string const& establishment, std::string const& case_id) override;
  std::optional<Json> list(Sight const& sight, std::string const& committee, WantedList const& wanted,
                           std::string const& login) override;
  SentList send_list(std::string const& establishment, std::string const& committee, std::string const& login,
                     std::string const& url) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
