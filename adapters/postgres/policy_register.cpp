#include "adapters/postgres/policy_register.hpp"

#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/one_value.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/snapshot_json.hpp"

namespace jalon::postgres {

std::vector<Snapshot> PostgresPolicyRegister::live_cases(std::string const& establishment,
                                                         std::optional<std::string> const& after, int limit) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::live_cases, {establishment, after, std::to_string(limit)});
  });
  std::vector<Snapshot> cases;
  for (auto const& row : rows) cases.push_back(read_snapshot(Json::parse(row[0].c_str())));
  return cases;
}

Json PostgresPolicyRegister::setting_in_force(std::string const& establishment, std::string const& name) {
  return one_value(access_, sql::setting_in_force, {establishment, name});
}

Page PostgresPolicyRegister::setting_history(std::string const& establishment, std::string const& name,
                                             PageRequest const& page) {
  return read_page(access_, {sql::setting_history, {Key::number}}, {establishment, name}, page);
}

}  // namespace jalon::postgres
