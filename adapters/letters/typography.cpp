#include "adapters/letters/typography.hpp"

#include <boost/regex.hpp>

#include "adapters/letters/markup.hpp"

namespace jalon::letters {

std::string with_french_spaces(std::string const& text) {
  static boost::regex const before{"(?<=[^\\s]) (?=[:;?!%]|»|€)"}, after{"« "};
  // a letter, or the last byte of one with an accent
  static boost::regex const apostrophe{"(?<=[A-Za-z\\x80-\\xBF])('|&apos;)(?=[A-Za-z\\xC3])"};
  auto written = boost::regex_replace(text, before, "\u00A0");
  written = boost::regex_replace(written, after, "«\u00A0");
  return boost::regex_replace(written, apostrophe, "’");
}

std::string with_french_typography(std::string_view html) {
  std::string written;
  bool in_style = false;
  for_each_piece(html, [&](MarkupPiece const& piece) {
    if (piece.is_tag && piece.name == "style") in_style = !piece.is_closing;
    written +=
        piece.is_tag || in_style ? std::string(piece.text) : with_french_spaces(std::string(piece.text));
  });
  return written;
}

}  // namespace jalon::letters
