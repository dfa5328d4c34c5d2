#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::csv {

// One record of a CSV text, with the line of the file on which it begins (the first line is 1).
struct CsvRecord {
  std::size_t line;
  std::vector<std::string> fields;
};

// A line on which a quoted field goes wrong: a stray quote, or one that nothing closes.
struct CsvFault {
  std::size_t line;
};

struct CsvText {
  std::vector<CsvRecord> records;  // blank lines and lines of empty fields are left out
  std::vector<CsvFault> faults;
};

// Reads RFC 4180 text with LF, CRLF or CR, by libcsv. Blanks around a field are dropped, quoted fields may
// hold line breaks. After a fault, reading goes on with the next line, so that one bad line hides no other.
CsvText read_csv(std::string_view text, char delimiter);

// The delimiter of a text, `;` or `,`: the one that its first line has more of.
char detect_delimiter(std::string_view text);

}  // namespace jalon::csv
