#include "adapters/postgres/one_value.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/registers.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
namespace {

Json added(Access const& access, char const* query, Parameters const& parameters) {
  try {
    return access.once([&](pqxx::connection& connection) {
      return Json::parse(run_once(connection, query, parameters)[0][0].c_str());
    });
  } catch (CommitInDoubt const&) {
    throw Unavailable("La connexion s'est rompue pendant l'enregistrement : vérifiez avant de recommencer.");
  }
}

// Of one committee or session.
std::optional<Json> of_one(Access const& access, char const* query, Parameters const& parameters) {
  if (!is_uuid(*parameters.at(1))) return std::nullopt;
  return maybe_value(access, query, parameters);
}

}  // namespace

Page PostgresRegisters::committees(std::string const& establishment, PageRequest const& page) {
  return read_page(access_, {sql::list_committees, {Key::date, Key::uuid}}, {establishment}, page);
}

Page PostgresRegisters::sessions(std::string const& establishment, PageRequest const& page) {
  return read_page(access_, {sql::list_sessions, {Key::date, Key::uuid}}, {establishment}, page);
}

Json PostgresRegisters::add_committee(std::string const& establishment, NewCommittee const& committee) {
  return added(access_, sql::add_committee, {establishment, to_string(committee.held_on)});
}

Json PostgresRegisters::add_session(std::string const& establishment, NewSession const& session) {
  return added(access_, sql::add_session,
               {establishment, to_string(session.entry_on), std::to_string(session.capacity),
                std::to_string(session.weeks), text_of(session.pre_reception_on)});
}

std::optional<Json> PostgresRegisters::move_committee(std::string const& establishment, std::string const& id,
                                                      Date held_on) {
  return of_one(access_, sql::move_committee, {establishment, id, to_string(held_on)});
}

std::optional<Json> PostgresRegisters::remove_committee(std::string const& establishment,
                                                        std::string const& id) {
  return of_one(access_, sql::remove_committee, {establishment, id});
}

std::optional<Json> PostgresRegisters::amend_session(std::string const& establishment, std::string const& id,
                                                     Json const& patch) {
  return of_one(access_, sql::amend_session, {establishment, id, patch.dump()});
}

std::optional<Json> PostgresRegisters::remove_session(std::string const& establishment,
                                                      std::string const& id) {
  return of_one(access_, sql::remove_session, {establishment, id});
}

std::optional<Json> PostgresRegisters::committee_ties(std::string const& establishment,
                                                      std::string const& id) {
  return of_one(access_, sql::committee_ties, {establishment, id});
}

std::optional<Json> PostgresRegisters::session_ties(std::string const& establishment, std::string const& id) {
  return of_one(access_, sql::session_ties, {establishment, id});
}

}  // namespace jalon::postgres
