#include "api/commands/bench_rows.hpp"

#include <algorithm>

namespace jalon::commands::bench {

namespace {

std::string in_quotes(std::string const& identifier) {
  return '"' + identifier + '"';
}

std::string expression(Cell const& cell, Expressions const& differing, WriteValue const& write) {
  if (auto const found = differing.find(cell.column); found != differing.end()) return found->second;
  return (cell.value ? write(*cell.value) : "null") + "::" + cell.type;
}

pqxx::result describe(BenchDatabase& database, std::string const& table) {
  return database.run(
      "select attname, format_type(atttypid, atttypmod) from pg_attribute where attrelid = " +
      database.quote(in_quotes(table)) +
      "::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' "
      "order by attnum");
}

}  // namespace

std::string const& Row::value(std::string const& column) const {
  auto const found =
      std::find_if(cells.begin(), cells.end(), [&](Cell const& cell) { return cell.column == column; });
  if (found == cells.end() || !found->value) throw std::logic_error("a sampled row has no " + column);
  return *found->value;
}

std::size_t Row::bytes() const {
  std::size_t sum = 0;
  for (auto const& cell : cells) sum += cell.value ? cell.value->size() : 0;
  return sum;
}

std::vector<std::string> columns_of(BenchDatabase& database, std::string const& table) {
  std::vector<std::string> columns;
  for (auto const& column : describe(database, table)) columns.emplace_back(column[0].c_str());
  return columns;
}

std::vector<Row> read_rows(BenchDatabase& database, std::string const& table, std::string const& condition) {
  auto const columns = describe(database, table);
  std::string list;
  for (auto const& column : columns) list += (list.empty() ? "" : ", ") + in_quotes(column[0].c_str());
  std::vector<Row> rows;
  for (auto const& found :
       database.run("select " + list + " from " + in_quotes(table) + " where " + condition)) {
    Row row;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto const field = found[pqxx::row::size_type(i)];
      auto const described = columns[pqxx::result::size_type(i)];
      row.cells.push_back({described[0].c_str(), described[1].c_str(),
                           field.is_null() ? std::nullopt : std::optional<std::string>(field.c_str())});
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string insert_like(std::string const& table, Row const& row, Expressions const& differing,
                        std::string const& from, WriteValue const& write) {
  std::string columns, values;
  for (auto const& cell : row.cells) {
    columns += (columns.empty() ? "" : ", ") + in_quotes(cell.column);
    values += (values.empty() ? "" : ", ") + expression(cell, differing, write);
  }
  return "insert into " + in_quotes(table) + " (" + columns + ") select " + values + " from " + from;
}

std::string assignments(Row const& row, std::vector<std::string> const& kept, Expressions const& differing,
                        WriteValue const& write) {
  std::string list;
  for (auto const& cell : row.cells) {
    if (std::find(kept.begin(), kept.end(), cell.column) != kept.end()) continue;
    list += (list.empty() ? "" : ", ") + in_quotes(cell.column) + " = " + expression(cell, differing, write);
  }
  return list;
}

}  // namespace jalon::commands::bench
