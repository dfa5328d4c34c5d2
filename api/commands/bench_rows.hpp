// Rows as they stand in a table, and statements that write rows like them: whatever columns the schema has,
// the floor writes what the program wrote.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "api/commands/bench_database.hpp"

namespace jalon::commands::bench {

struct Cell {
  std::string column, type;
  std::optional<std::string> value;
};
struct Row {
  std::vector<Cell> cells;
  std::string const& value(std::string const& column) const;  // not null
  std::size_t bytes() const;
};

// Without the columns that the database fills by itself.
std::vector<Row> read_rows(BenchDatabase& database, std::string const& table, std::string const& condition);
std::vector<std::string> columns_of(BenchDatabase& database, std::string const& table);

// From a value to what stands for it in a statement: quoted, or the name of a parameter.
using WriteValue = std::function<std::string(std::string const&)>;
// SQL for the columns that differ from row to row.
using Expressions = std::map<std::string, std::string>;

// « insert into TABLE (…) select … from FROM »
std::string insert_like(std::string const& table, Row const& row, Expressions const& differing,
                        std::string const& from, WriteValue const& write);

// « column = …, column = … » of all columns but these.
std::string assignments(Row const& row, std::vector<std::string> const& kept, Expressions const& differing,
                        WriteValue const& write);

}  // namespace jalon::commands::bench
