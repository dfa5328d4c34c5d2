#include "adapters/postgres/transmission_register.hpp"

#include "adapters/postgres/finishing.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/report_json.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {

std::optional<Report> PostgresTransmissionRegister::report(Sight const& sight, std::string const& id) {
  if (!is_uuid(id)) return std::nullopt;
  return access_.repeatable([&](pqxx::connection& connection) -> std::optional<Report> {
    auto const rows = run_once(connection, sql::read_report, {sight.establishment, sight.mdph, id});
    if (rows.empty()) return std::nullopt;
    return read_report(Json::parse(rows[0][0].c_str()));
  });
}

Finished PostgresTransmissionRegister::send_again(std::string const& establishment, std::string const& id) {
  if (!is_uuid(id)) return Finished::no_such;
  return finish(access_, sql::send_transmission_again, {establishment, id});
}

}  // namespace jalon::postgres
