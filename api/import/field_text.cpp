#include "api/import/field_text.hpp"

#include "engine/text/utf8.hpp"

namespace jalon::csv {

namespace {

bool has_form(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    bool const is_digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '9' ? !is_digit : text[i] != form[i]) return false;
  }
  return true;
}

}  // namespace

std::optional<Date> parse_french_or_iso_date(std::string const& text) {
  if (!has_form(text, "99/99/9999")) return parse_date(text);
  return parse_date(text.substr(6, 4) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2));
}

bool is_clean(Column column, std::string_view text) {
  bool clean = true;
  utf8::for_each_character(text, [&](char32_t c) {
    bool const is_line_break = c == '\n' || c == '\r';
    if (utf8::is_control(c) && !(is_line_break && column == Column::address)) clean = false;
  });
  return clean;
}

}  // namespace jalon::csv
