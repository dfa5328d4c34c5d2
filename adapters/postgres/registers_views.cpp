#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/one_value.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/registers.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {

Json PostgresRegisters::saved_views(std::string const& establishment, std::string const& login) {
  return one_value(access_, sql::list_views, {establishment, login});
}

std::optional<Json> PostgresRegisters::save_view(std::string const& establishment, std::string const& login,
                                                 std::string const& name, Json const& filters) {
  return maybe_value(access_, sql::save_view, {establishment, login, name, filters.dump()});
}

bool PostgresRegisters::remove_view(std::string const& establishment, std::string const& login,
                                    std::string const& id) {
  if (!is_uuid(id)) return false;
  return access_.repeatable([&](pqxx::connection& connection) {
    return !run_once(connection, sql::remove_view, {establishment, login, id}).empty();
  });
}

}  // namespace jalon::postgres
