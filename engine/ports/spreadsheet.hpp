// A list as a file for spreadsheet programs.
#pragma once
#include <string>
#include <vector>

#include "engine/json/json.hpp"

namespace jalon {

struct SheetColumn {
  std::string heading;
  double width = 10;  // in characters
};

// One table on one sheet. A cell is a text, a number, a date (its text is YYYY-MM-DD), or null for an empty
// one; a text that a program would take for a formula is made harmless.
struct Sheet {
  std::string name;   // of its tab, at most 31 signs
  std::string title;  // of the document, and at the head of each printed page
  std::vector<SheetColumn> columns;
  std::vector<std::vector<Json>> lines;
};

class SpreadsheetWriter {
 public:
  virtual ~SpreadsheetWriter() = default;
  // The whole file: headings stay in sight, pages print on A4, lying, with the headings on each. Throws
  // std::runtime_error when it cannot be made.
  virtual std::string write(Sheet const& sheet) const = 0;
};

}  // namespace jalon
