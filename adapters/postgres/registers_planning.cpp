#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/registers.hpp"

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
  auto const pre_reception = session.pre_reception_on
                                 ? std::optional<std::string>(to_string(*session.pre_reception_on))
                                 : std::nullopt;
  return added(access_, sql::add_session,
               {establishment, to_string(session.entry_on), std::to_string(session.capacity),
                std::to_string(session.weeks), pre_reception});
}

}  // namespace jalon::postgres
