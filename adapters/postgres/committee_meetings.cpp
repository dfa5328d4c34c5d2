#include "adapters/postgres/committee_meetings.hpp"

#include "adapters/postgres/finishing.hpp"
#include "adapters/postgres/one_value.hpp"
#include "adapters/postgres/queries.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {

Json PostgresCommitteeMeetings::propose(std::string const& establishment, std::vector<Date> const& dates,
                                        std::optional<std::string> const& note, std::string const& login,
                                        std::string const& url) {
  Json days = Json::array();
  for (auto const date : dates) days.push_back(to_string(date));
  try {
    return access_.once([&](pqxx::connection& connection) {
      auto const rows =
          run_once(connection, sql::propose_committee, {establishment, days.dump(), note, login, url});
      return Json::parse(rows[0][0].c_str());
    });
  } catch (CommitInDoubt const&) {
    throw Unavailable("La connexion s'est rompue pendant l'enregistrement : vérifiez avant de recommencer.");
  }
}

Page PostgresCommitteeMeetings::proposals(std::string const& establishment, PageRequest const& page) {
  return read_page(access_, {sql::list_proposals, {Key::number}}, {establishment}, page);
}

std::optional<Json> PostgresCommitteeMeetings::proposal(std::string const& establishment,
                                                        std::string const& id) {
  if (!is_uuid(id)) return std::nullopt;
  return maybe_value(access_, sql::read_proposal, {establishment, id});
}

Finished PostgresCommitteeMeetings::answer(std::string const& establishment, std::string const& proposal,
                                           Json const& answers, std::string const& login) {
  if (!is_uuid(proposal)) return Finished::no_such;
  return finish(access_, sql::answer_proposal, {establishment, proposal, answers.dump(), login});
}

Finished PostgresCommitteeMeetings::choose(std::string const& establishment, std::string const& proposal,
                                           Date on, std::string const& login) {
  if (!is_uuid(proposal)) return Finished::no_such;
  return finish(access_, sql::choose_proposal, {establishment, proposal, to_string(on), login});
}

Finished PostgresCommitteeMeetings::record_minutes(std::string const& establishment,
                                                   std::string const& committee,
                                                   std::vector<PresentPerson> const& present,
                                                   std::optional<std::string> const& remarks,
                                                   std::string const& login) {
  if (!is_uuid(committee)) return Finished::no_such;
  Json persons = Json::array();
  for (auto const& each : present) persons.push_back({{"role", each.role}, {"name", each.name}});
  return finish(access_, sql::record_minutes, {establishment, committee, persons.dump(), remarks, login});
}

std::optional<Json> PostgresCommitteeMeetings::minutes(Sight const& sight, std::string const& committee,
                                                       std::string const& login) {
  if (!is_uuid(committee)) return std::nullopt;
  return maybe_value(access_, sql::read_minutes, {sight.establishment, committee, sight.mdph, login});
}

}  // namespace jalon::postgres
