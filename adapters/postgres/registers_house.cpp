#include <stdexcept>

#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/registers.hpp"
#include "engine/policy/setting_values.hpp"

namespace jalon::postgres {

Registers::Clock PostgresRegisters::clock() {
  return access_.repeatable([](pqxx::connection& connection) {
    auto const row = run_prepared(connection, "read_clock", sql::read_clock)[0];
    return Clock{row[0].as<bool>(), Instant(std::chrono::microseconds(row[1].as<std::int64_t>()))};
  });
}

void PostgresRegisters::set_manual_clock(Instant now) {
  try {
    access_.repeatable([&](pqxx::connection& connection) {
      return run_once(connection, sql::set_manual_clock, {to_string(now)});
    });
  } catch (pqxx::check_violation const&) {
    throw std::invalid_argument(
        "L'horloge manuelle ne va que vers l'avant, et seulement dans une base qui n'a jamais tourné à "
        "l'heure "
        "réelle.");
  }
}

void PostgresRegisters::start_real_clock() {
  try {
    access_.repeatable(
        [](pqxx::connection& connection) { return run_once(connection, sql::start_real_clock, {}); });
  } catch (pqxx::check_violation const&) {
    throw std::invalid_argument("Cette base tourne à l'horloge manuelle : elle n'a pas d'heure réelle.");
  }
}

Json PostgresRegisters::setting(std::string const& establishment, std::string const& name) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::read_setting, {establishment, name});
  });
  return rows.empty() ? Json(nullptr) : Json::parse(rows[0][0].c_str());
}

void PostgresRegisters::set_setting(std::string const& establishment, std::string const& name,
                                    Json const& value, std::string const& login) {
  check_setting(name, value);
  access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::set_setting, {establishment, name, value.dump(), login});
  });
}

}  // namespace jalon::postgres
