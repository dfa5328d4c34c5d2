#include "api/import/heading.hpp"

#include <algorithm>

#include "engine/text/utf8.hpp"

namespace jalon::csv {

namespace {

// The beginning of a heading that nobody foresaw: it may be the whole of some other file.
std::string shortened(std::string_view text) {
  constexpr std::size_t longest_quotation_characters = 40;
  std::string start;
  std::size_t count = 0;
  utf8::for_each_character(text, [&](char32_t character) {
    if (++count <= longest_quotation_characters)
      utf8::append(start, utf8::is_control(character) ? U' ' : character);
  });
  return count > longest_quotation_characters ? start + "…" : start;
}

}  // namespace

Heading read_heading(CsvRecord const& record) {
  Heading heading;
  for (auto const& name : record.fields) {
    auto const column = column_of(name);
    if (!column) {
      heading.fault = {record.line, shortened(name), "La colonne « " + shortened(name) + " » est inconnue."};
      return heading;
    }
    if (std::count(heading.columns.begin(), heading.columns.end(), *column) > 0) {
      auto const french = std::string{french_name(*column)};
      heading.fault = {record.line, french, "La colonne « " + french + " » est présente deux fois."};
      return heading;
    }
    heading.columns.push_back(*column);
  }
  for (auto const& name : column_names()) {
    if (!name.required || std::count(heading.columns.begin(), heading.columns.end(), name.column) > 0)
      continue;
    auto const french = std::string{name.french};
    heading.fault = {record.line, french, "La colonne « " + french + " » manque."};
    return heading;
  }
  return heading;
}

}  // namespace jalon::csv
