#pragma once
#include <string>

#include "engine/ports/spreadsheet.hpp"

namespace jalon::api {

// A list of cases (Registers::cases) as a table: texts but for the due date, which is a date.
Sheet case_sheet(Json const& cases);

// The same table as CSV for French spreadsheets: a byte order mark, semicolons, CRLF, quoted cells.
std::string to_csv(Sheet const& sheet);

}  // namespace jalon::api
