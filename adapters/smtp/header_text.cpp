#include "adapters/smtp/header_text.hpp"

#include <date/date.h>

#include <algorithm>
#include <locale>

#include "engine/text/email_address.hpp"
#include "engine/text/utf8.hpp"

namespace jalon::smtp {

namespace {

constexpr std::string_view word_begin = "=?UTF-8?Q?";
constexpr std::string_view word_end = "?=";
constexpr std::size_t longest_line = 76 - word_begin.size() - word_end.size();
constexpr std::size_t longest_plain_text = 60;

bool is_plain(std::string_view text) {
  return text.size() <= longest_plain_text && std::all_of(text.begin(), text.end(), [](char c) {
           return mail_grammar::is_letter_or_digit(c) || c == ' ' || c == '-';
         });
}

// One character in the Q encoding, strict enough for a display name (RFC 2047, 5 (3)).
std::string in_q_encoding(char32_t character) {
  if (character == ' ') return "_";
  std::string bytes;
  utf8::append(bytes, character);
  if (bytes.size() == 1 && mail_grammar::is_letter_or_digit(bytes.front())) return bytes;
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (char const byte : bytes) {
    auto const value = static_cast<unsigned char>(byte);
    encoded += {'=', digits[value >> 4], digits[value & 0xF]};
  }
  return encoded;
}

bool is_dot_atom(std::string_view text) {
  return mail_grammar::all_parts(text, mail_grammar::is_atom);
}

}  // namespace

bool is_header_text(std::string_view text) {
  return utf8::is_valid(text) && !utf8::has_control(text);
}

bool is_message_id(std::string_view id) {
  auto const at = id.find('@');
  return at != std::string_view::npos && id.size() <= 200 && is_dot_atom(id.substr(0, at)) &&
         is_dot_atom(id.substr(at + 1));
}

std::string encode_header_text(std::string_view text, std::size_t taken) {
  if (is_plain(text)) return std::string{text};
  std::string folded{word_begin};
  std::size_t length = taken;
  utf8::for_each_character(text, [&](char32_t character) {
    auto const encoded = in_q_encoding(character);
    if (length + encoded.size() > longest_line) {
      folded.append(word_end).append("\r\n ").append(word_begin);
      length = 1;
    }
    folded += encoded;
    length += encoded.size();
  });
  return folded.append(word_end);
}

std::string mail_date(std::chrono::system_clock::time_point at) {
  return date::format(std::locale::classic(), "%a, %d %b %Y %T +0000", date::floor<std::chrono::seconds>(at));
}

}  // namespace jalon::smtp
