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

}  // namespace jalon::postgres
