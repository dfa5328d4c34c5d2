#include "adapters/postgres/finishing.hpp"
#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/registers.hpp"
#include "adapters/postgres/transmission_item.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
namespace {

std::optional<Json> read_one(Access const& access, char const* query, std::string const& establishment,
                             std::string const& id) {
  if (!is_uuid(id)) return std::nullopt;
  return access.repeatable([&](pqxx::connection& connection) -> std::optional<Json> {
    auto const rows = run_once(connection, query, {establishment, id});
    if (rows.empty()) return std::nullopt;
    return Json::parse(rows[0][0].c_str());
  });
}

}  // namespace

Finished PostgresRegisters::finish_task(std::string const& establishment, std::string const& id,
                                        std::string const& login) {
  if (!is_uuid(id)) return Finished::no_such;
  return finish(access_, sql::finish_task, {establishment, id, login});
}

Finished PostgresRegisters::confirm_transmission(std::string const& establishment, std::string const& id,
                                                 Date on, std::optional<std::string> const& proof,
                                                 std::string const& login) {
  if (!is_uuid(id)) return Finished::no_such;
  return finish(access_, sql::confirm_transmission, {establishment, id, to_string(on), proof, login});
}

std::optional<Json> PostgresRegisters::transmission(std::string const& establishment, std::string const& id) {
  auto found = read_one(access_, sql::read_transmission, establishment, id);
  if (found) add_words(*found);
  return found;
}

std::optional<Json> PostgresRegisters::task(std::string const& establishment, std::string const& id) {
  return read_one(access_, sql::read_task, establishment, id);
}

}  // namespace jalon::postgres
