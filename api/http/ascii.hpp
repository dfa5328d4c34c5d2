#pragma once

#include <algorithm>
#include <string_view>

namespace jalon::http {

/** The character classes of RFC 9110 and 9112, whatever the locale. */

constexpr bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

constexpr bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

constexpr char lower_case(char byte) {
  return is_capital(byte) ? static_cast<char>(byte - 'A' + 'a') : byte;
}

constexpr bool is_letter(char byte) {
  return lower_case(byte) >= 'a' && lower_case(byte) <= 'z';
}

constexpr bool is_visible(char byte) {
  return byte > 0x20 && byte < 0x7F;
}

constexpr bool is_control_but_tab(char byte) {
  return (static_cast<unsigned char>(byte) < 0x20 && byte != '\t') || byte == 0x7F;
}

/** Method names are case-sensitive, and the registered ones are capitals and hyphens. */
constexpr bool is_method_character(char byte) {
  return is_capital(byte) || byte == '-';
}

constexpr bool is_token_character(char byte) {
  return is_letter(byte) || is_digit(byte) ||
         std::string_view("!#$%&'*+-.^_`|~").find(byte) != std::string_view::npos;
}

/** A name, an address in digits or brackets, a port: what a browser sends in Host. */
constexpr bool is_host_character(char byte) {
  return is_letter(byte) || is_digit(byte) || std::string_view("-._:[]").find(byte) != std::string_view::npos;
}

constexpr bool equals_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower_case(a) == lower_case(b); });
}

/** Without the spaces and tabs around it. */
constexpr std::string_view trimmed(std::string_view text) {
  auto is_space = [](char byte) { return byte == ' ' || byte == '\t'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace jalon::http
