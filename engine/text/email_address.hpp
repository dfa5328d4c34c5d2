#pragma once

#include <algorithm>
#include <string_view>

// E-mail addresses, read conservatively: the dot-atom form of RFC 5321/5322 in ASCII, with a domain of at
// least two labels. Quoted local parts, comments, address literals and non-ASCII addresses are refused: real
// people's addresses do without, and header injection lives there.
namespace jalon {

namespace mail_grammar {

inline bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

inline bool is_atom_character(char c) {
  return is_letter_or_digit(c) || std::string_view{"!#$%&'*+/=?^_`{|}~-"}.find(c) != std::string_view::npos;
}

// Calls accepts(part) for each part between dots; true when all are accepted.
template <class Accepts>
bool all_parts(std::string_view dotted, Accepts accepts) {
  while (true) {
    auto const dot = dotted.find('.');
    if (!accepts(dotted.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    dotted.remove_prefix(dot + 1);
  }
}

inline bool is_atom(std::string_view part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), is_atom_character);
}

inline bool is_domain_label(std::string_view part) {
  return !part.empty() && part.size() <= 63 && part.front() != '-' && part.back() != '-' &&
         std::all_of(part.begin(), part.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

inline bool is_domain(std::string_view domain) {
  auto const last_dot = domain.rfind('.');
  if (last_dot == std::string_view::npos || domain.size() > 253) return false;
  auto const top = domain.substr(last_dot + 1);
  bool const top_is_a_number =
      std::all_of(top.begin(), top.end(), [](char c) { return c >= '0' && c <= '9'; });
  return !top_is_a_number && all_parts(domain, is_domain_label);
}

}  // namespace mail_grammar

// True for person@example.org; false for an empty text, a list, a display name, or anything exotic.
inline bool is_mailable_address(std::string_view address) {
  auto const at = address.find('@');
  if (at == std::string_view::npos || at > 64 || address.size() > 254) return false;
  return mail_grammar::all_parts(address.substr(0, at), mail_grammar::is_atom) &&
         mail_grammar::is_domain(address.substr(at + 1));
}

}  // namespace jalon
