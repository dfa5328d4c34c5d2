#include "adapters/postgres/absences.hpp"

#include <map>

#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
namespace {

AbsenceAdded outcome_of(std::string const& word) {
  static std::map<std::string, AbsenceAdded> const known{
      {"yes", AbsenceAdded::yes},
      {"no_such_account", AbsenceAdded::no_such_account},
      {"no_such_substitute", AbsenceAdded::no_such_substitute},
      {"substitute_without_role", AbsenceAdded::substitute_without_role},
      {"overlapping", AbsenceAdded::overlapping}};
  return known.at(word);
}

}  // namespace

AbsenceAdded PostgresAbsences::add(std::string const& establishment, std::string const& id,
                                   NewAbsence const& absence, std::string const& by) {
  try {
    return access_.once([&](pqxx::connection& connection) {
      auto const rows = run_once(connection, sql::add_absence,
                                 {establishment, id, absence.login, to_string(absence.from),
                                  to_string(absence.until), absence.reason, absence.substitute, by});
      return outcome_of(rows[0][0].c_str());
    });
  } catch (CommitInDoubt const&) {
    throw Unavailable("La connexion s'est rompue pendant l'enregistrement : vérifiez avant de recommencer.");
  }
}

Page PostgresAbsences::list(std::string const& establishment, std::optional<std::string> const& login,
                            PageRequest const& page) {
  return read_page(access_, {sql::list_absences, {Key::number}}, {establishment, login}, page);
}

std::optional<Json> PostgresAbsences::find(std::string const& establishment, std::string const& id) {
  if (!is_uuid(id)) return std::nullopt;
  return access_.repeatable([&](pqxx::connection& connection) -> std::optional<Json> {
    auto const rows = run_once(connection, sql::read_absence, {establishment, id});
    if (rows.empty()) return std::nullopt;
    return Json::parse(rows[0][0].c_str());
  });
}

bool PostgresAbsences::end(std::string const& establishment, std::string const& id, std::string const& by) {
  return access_.repeatable([&](pqxx::connection& connection) {
    return !run_once(connection, sql::end_absence, {establishment, id, by}).empty();
  });
}

}  // namespace jalon::postgres
