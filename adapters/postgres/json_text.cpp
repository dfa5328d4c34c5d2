#include "adapters/postgres/json_text.hpp"

namespace jalon::postgres {

JsonText& JsonText::open(char bracket) {
  separate();
  text_ += bracket;
  return *this;
}

JsonText& JsonText::close(char bracket) {
  text_ += bracket;
  return *this;
}

void JsonText::separate() {
  if (text_.empty()) return;
  char const last = text_.back();
  if (last != '{' && last != '[' && last != ':') text_ += ',';
}

JsonText& JsonText::name(std::string_view name) {
  separate();
  quote(name);
  text_ += ':';
  return *this;
}

JsonText& JsonText::text(std::string_view value) {
  separate();
  quote(value);
  return *this;
}

JsonText& JsonText::number(long value) {
  separate();
  text_ += std::to_string(value);
  return *this;
}

JsonText& JsonText::flag(bool value) {
  separate();
  text_ += value ? "true" : "false";
  return *this;
}

JsonText& JsonText::null() {
  separate();
  text_ += "null";
  return *this;
}

JsonText& JsonText::document(Json const& value) {
  separate();
  text_ += value.dump();
  return *this;
}

void JsonText::quote(std::string_view value) {
  static constexpr std::string_view digits = "0123456789abcdef";
  text_ += '"';
  for (char const letter : value) {
    if (letter == '"' || letter == '\\') {
      text_ += '\\';
      text_ += letter;
    } else if (static_cast<unsigned char>(letter) < 0x20) {
      text_ += "\\u00";
      text_ += digits[static_cast<unsigned char>(letter) >> 4U];
      text_ += digits[static_cast<unsigned char>(letter) & 15U];
    } else {
      text_ += letter;
    }
  }
  text_ += '"';
}

}  // namespace jalon::postgres
