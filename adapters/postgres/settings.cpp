#include "adapters/postgres/settings.hpp"

#include "adapters/postgres/queries.hpp"
#include "engine/policy/setting_values.hpp"

namespace jalon::postgres {

std::shared_ptr<Settings const> PostgresSettings::settings(std::string const& establishment, int revision) {
  {
    std::lock_guard const lock(mutex_);
    auto const found = known_.find(establishment);
    if (found != known_.end() && found->second->revision == revision) return found->second;
  }
  auto const fresh = read(establishment);
  std::lock_guard const lock(mutex_);
  return known_[establishment] = fresh;
}

std::shared_ptr<Settings const> PostgresSettings::read(std::string const& establishment) const {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_prepared(connection, "read_settings", sql::read_settings, establishment);
  });
  auto settings = std::make_shared<Settings>();
  if (rows.empty()) return settings;
  settings->revision = rows[0][0].as<int>();
  auto const values = Json::parse(rows[0][1].c_str());
  for (auto const& [name, value] : values.items()) take_up(*settings, name, value);
  return settings;
}

}  // namespace jalon::postgres
