#include "adapters/postgres/readings.hpp"

#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {

std::size_t PostgresReadings::enter(std::string const& establishment, std::string const& case_id,
                                    std::string const& login, std::set<std::string> const& facts) {
  // Entered twice after a lost answer, it says twice what is true.
  return access_.repeatable([&](pqxx::connection& connection) {
    return run_prepared(connection, "enter_reading", sql::enter_reading, establishment, case_id, login,
                        Json(facts).dump())[0][0]
        .as<std::size_t>();
  });
}

void PostgresReadings::alert_of_pace(std::string const& establishment, std::string const& login,
                                     std::size_t files, std::string const& url) {
  access_.repeatable([&](pqxx::connection& connection) {
    run_prepared(connection, "alert_of_reading_pace", sql::alert_of_reading_pace, establishment, login,
                 std::to_string(files), url);
  });
}

Page PostgresReadings::of_case(std::string const& establishment, std::string const& case_id,
                               PageRequest const& page) {
  return read_page(access_, {sql::list_readings, {Key::number}}, {establishment, case_id}, page);
}

}  // namespace jalon::postgres
