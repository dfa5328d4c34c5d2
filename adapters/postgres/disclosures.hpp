#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/disclosures.hpp"

namespace jalon::postgres {

/// Consents, teams and exceptional accesses, in PostgreSQL: one statement a call. Throws Unavailable when the
/// database cannot be reached in time. May be used from several threads.
class PostgresDisclosures : public Disclosures {
 public:
  explicit PostgresDisclosures(Pool& pool,
                               std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  Finished record_consent(std::string const& establishment, std::string const& case_id,
                          Consent const& consent, std::string const& login) override;
  std::optional<Json> consents_of(std::string const& establishment, std::string const& case_id) override;
  Disclosed to(std::string const& login, std::string const& establishment,
               std::string const& case_id) override;
  std::optional<Json> open_exceptional(std::string const& establishment, std::string const& case_id,
                                       std::string const& login, std::string const& reason,
                                       std::string const& url) override;
  Page exceptional_of(std::string const& establishment, std::string const& case_id,
                      PageRequest const& page) override;
  std::optional<Json> team_of(std::string const& establishment, std::string const& case_id) override;
  Finished add_to_team(std::string const& establishment, std::string const& case_id,
                       std::string const& member, std::string const& login) override;
  Finished end_in_team(std::string const& establishment, std::string const& case_id,
                       std::string const& member, std::string const& login) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
