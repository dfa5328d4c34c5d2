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

void PostgresPolicyRegister::plan_setting(PlannedSetting const& planned) {
  access_.repeatable([&](pqxx::connection& connection) {
    run_once(connection, sql::plan_setting,
             {planned.establishment, planned.name, to_string(planned.valid_from), planned.value.dump(),
              planned.clocks.dump(), planned.login});
  });
}

std::vector<PlannedSetting> PostgresPolicyRegister::planned_settings(
    std::optional<std::string> const& establishment) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::planned_settings, {establishment});
  });
  std::vector<PlannedSetting> all;
  for (auto const& row : rows)
    all.push_back({row[0].c_str(), row[1].c_str(), parse_date(row[2].c_str()).value(),
                   Json::parse(row[3].c_str()), Json::parse(row[4].c_str()), row[5].c_str()});
  return all;
}

bool PostgresPolicyRegister::withdraw_setting(std::string const& establishment, std::string const& name,
                                              Date valid_from) {
  return access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::withdraw_setting, {establishment, name, to_string(valid_from)})
               .affected_rows() > 0;
  });
}

}  // namespace jalon::postgres
