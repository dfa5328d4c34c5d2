#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "api/import/column.hpp"
#include "api/import/notification_file.hpp"

namespace jalon::csv {

// One line of the file, by column.
using Fields = std::map<Column, std::string>;

struct LineFault {
  Column column;
  std::string reason;
};

// Checks one line by itself; `line` is its number. Either the notification or all its faults.
std::variant<ImportedNotification, std::vector<LineFault>> read_line(std::size_t line, Fields const& fields,
                                                                     Date today);

}  // namespace jalon::csv
