#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/committee_meetings.hpp"

namespace jalon::postgres {

/// Dates and minutes of committees in PostgreSQL: one statement a call. Identifiers that are no UUID lead
/// nowhere. Throws Unavailable when the database cannot be reached in time. May be used from several threads.
class PostgresCommitteeMeetings : public CommitteeMeetings {
 public:
  explicit PostgresCommitteeMeetings(Pool& pool,
                                     std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  Json propose(std::string const& establishment, std::vector<Date> const& dates,
               std::optional<std::string> const& note, std::string const& login,
               std::string const& url) override;
  Page proposals(std::string const& establishment, PageRequest const& page) override;
  std::optional<Json> proposal(std::string const& establishment, std::string const& id) override;
  Finished answer(std::string const& establishment, std::string const& proposal, Json const& answers,
                  std::string const& login) override;
  Finished choose(std::string const& establishment, std::string const& proposal, Date on,
                  std::string const& login) override;
  Finished record_minutes(std::string const& establishment, std::string const& committee,
                          std::vector<PresentPerson> const& present,
                          std::optional<std::string> const& remarks, std::string const& login) override;
  std::optional<Json> minutes(Sight const& sight, std::string const& committee,
                              std::string const& login) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
