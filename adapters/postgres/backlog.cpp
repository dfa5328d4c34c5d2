#include "adapters/postgres/backlog.hpp"

#include "adapters/postgres/queries.hpp"

namespace jalon::postgres {

namespace {
Backlog::Queue queue(pqxx::row const& row, int column) {
  return {row[column].as<std::size_t>(), row[column + 1].as<double>(0)};
}
}  // namespace

Backlog PostgresBacklog::count() {
  return access_.repeatable([](pqxx::connection& connection) {
    auto const row = run_prepared(connection, "backlog", sql::backlog)[0];
    return Backlog{queue(row, 0), queue(row, 2), queue(row, 4), queue(row, 6), row[8].as<std::size_t>()};
  });
}

}  // namespace jalon::postgres
