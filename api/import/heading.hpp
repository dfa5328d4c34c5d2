#pragma once

#include <optional>
#include <vector>

#include "api/import/column.hpp"
#include "api/import/csv_reader.hpp"
#include "api/import/notification_file.hpp"

namespace jalon::csv {

// What the columns of the file mean, or why its heading is refused.
struct Heading {
  std::vector<Column> columns;
  std::optional<RejectedLine> fault;
};

// Unknown, repeated and missing columns are faults; the first is named.
Heading read_heading(CsvRecord const& record);

}  // namespace jalon::csv
