#pragma once

#include <boost/locale/utf.hpp>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

// Reading UTF-8: what is at the door of e-mails and imported files. Nothing here depends on a locale.
namespace jalon::utf8 {

using Traits = boost::locale::utf::utf_traits<char>;

// The first position that is no well-formed UTF-8 (overlong forms and surrogates are not), or npos.
inline std::size_t first_invalid_byte(std::string_view text) {
  auto position = text.begin();
  while (position != text.end()) {
    auto const start = position;
    if (!boost::locale::utf::is_valid_codepoint(Traits::decode(position, text.end()))) {
      return static_cast<std::size_t>(start - text.begin());
    }
  }
  return std::string_view::npos;
}

inline bool is_valid(std::string_view text) {
  return first_invalid_byte(text) == std::string_view::npos;
}

// Calls visit(code_point) for each character of a valid text.
template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
  auto position = text.begin();
  while (position != text.end()) visit(static_cast<char32_t>(Traits::decode_valid(position)));
}

// How many characters (code points, not bytes) a valid text has.
inline std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for_each_character(text, [&](char32_t) { ++count; });
  return count;
}

inline void append(std::string& text, char32_t character) {
  Traits::encode(character, std::back_inserter(text));
}

// True for what breaks a line or hides in one: C0 and C1 controls, DEL, U+2028 and U+2029.
inline bool is_control(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character <= 0x9F) || character == 0x2028 ||
         character == 0x2029;
}

inline bool has_control(std::string_view text) {
  bool found = false;
  for_each_character(text, [&](char32_t character) { found = found || is_control(character); });
  return found;
}

}  // namespace jalon::utf8
