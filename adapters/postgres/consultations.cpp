#include "adapters/postgres/consultations.hpp"

#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {

bool PostgresConsultations::open(std::string const& establishment, Date monday, Date day) {
  return access_.repeatable([&](pqxx::connection& connection) {
    return run_prepared(connection, "open_consultation", sql::open_consultation, establishment,
                        to_string(monday), to_string(day))[0][0]
        .as<bool>();
  });
}

}  // namespace jalon::postgres
