#include "adapters/postgres/case_watch.hpp"

#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {

std::optional<int> PostgresCaseWatch::revision(Sight const& sight, std::string const& reference) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_prepared(connection, "case_revision", sql::case_revision, sight.establishment,
                        or_null(sight.mdph), reference);
  });
  return rows.empty() ? std::nullopt : std::optional(rows[0][0].as<int>());
}

std::map<std::string, int> PostgresCaseWatch::revisions(std::string const& establishment,
                                                        std::vector<std::string> const& references) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_prepared(connection, "case_revisions", sql::case_revisions, establishment,
                        Json(references).dump());
  });
  std::map<std::string, int> known;
  for (auto const& row : rows) known.emplace(row[0].as<std::string>(), row[1].as<int>());
  return known;
}

}  // namespace jalon::postgres
