#include "adapters/postgres/readings.hpp"

#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {

void PostgresReadings::enter(std::string const& establishment, std::string const& case_id,
                             std::string const& login, std::set<std::string> const& facts) {
  // Entered twice after a lost answer, it says twice what is true.
  access_.repeatable([&](pqxx::connection& connection) {
    run_prepared(connection, "enter_reading", sql::enter_reading, establishment, case_id, login,
                 Json(facts).dump());
  });
}

Page PostgresReadings::of_case(std::string const& establishment, std::string const& case_id,
                               PageRequest const& page) {
  return read_page(access_, {sql::list_readings, {Key::number}}, {establishment, case_id}, page);
}

}  // namespace jalon::postgres
