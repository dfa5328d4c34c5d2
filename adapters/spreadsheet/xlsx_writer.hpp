#pragma once
#include "engine/ports/spreadsheet.hpp"

namespace jalon::spreadsheet {

/// XLSX by libxlsxwriter. The file is made in memory: what it says of persons never lies on a disk.
class XlsxWriter : public SpreadsheetWriter {
 public:
  std::string write(Sheet const& sheet) const override;
};

}  // namespace jalon::spreadsheet
