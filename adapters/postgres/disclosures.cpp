#include "adapters/postgres/disclosures.hpp"

#include "adapters/postgres/finishing.hpp"
#include "adapters/postgres/one_value.hpp"
#include "adapters/postgres/queries.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {

Finished PostgresDisclosures::record_consent(std::string const& establishment, std::string const& case_id,
                                             Consent const& consent, std::string const& login) {
  if (!is_uuid(case_id)) return Finished::no_such;
  return finish(
      access_, sql::record_consent,
      {establishment, case_id, std::string(consent.purpose == Consent::Purpose::team ? "team" : "mdph"),
       std::string(consent.given ? "given" : "withdrawn"), std::string(consent.written ? "written" : "oral"),
       to_string(consent.on), login});
}

std::optional<Json> PostgresDisclosures::consents_of(std::string const& establishment,
                                                     std::string const& case_id) {
  if (!is_uuid(case_id)) return std::nullopt;
  return maybe_value(access_, sql::consents_of_case, {establishment, case_id});
}

Disclosed PostgresDisclosures::to(std::string const& login, std::string const& establishment,
                                  std::string const& case_id) {
  auto const found = one_value(access_, sql::read_disclosure, {establishment, case_id, login});
  return {found.at("team_agreed"), found.at("of_the_team"), !found.at("until").is_null()};
}

// Asked again after a lost answer, it is open already.
std::optional<Json> PostgresDisclosures::open_exceptional(std::string const& establishment,
                                                          std::string const& case_id,
                                                          std::string const& login, std::string const& reason,
                                                          std::string const& url) {
  if (!is_uuid(case_id)) return std::nullopt;
  return maybe_value(access_, sql::open_exceptional_access, {establishment, case_id, login, reason, url});
}

Page PostgresDisclosures::exceptional_of(std::string const& establishment, std::string const& case_id,
                                         PageRequest const& page) {
  return read_page(access_, {sql::list_exceptional_accesses, {Key::number}}, {establishment, case_id}, page);
}

std::optional<Json> PostgresDisclosures::team_of(std::string const& establishment,
                                                 std::string const& case_id) {
  if (!is_uuid(case_id)) return std::nullopt;
  return maybe_value(access_, sql::team_of_case, {establishment, case_id});
}

Finished PostgresDisclosures::add_to_team(std::string const& establishment, std::string const& case_id,
                                          std::string const& member, std::string const& login) {
  if (!is_uuid(case_id)) return Finished::no_such;
  return finish(access_, sql::add_to_team, {establishment, case_id, member, login});
}

Finished PostgresDisclosures::end_in_team(std::string const& establishment, std::string const& case_id,
                                          std::string const& member, std::string const& login) {
  if (!is_uuid(case_id)) return Finished::no_such;
  return finish(access_, sql::end_in_team, {establishment, case_id, member, login});
}

}  // namespace jalon::postgres
