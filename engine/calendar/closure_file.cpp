#include "engine/calendar/closure_file.hpp"

#include <algorithm>
#include <optional>
#include <variant>

namespace jalon {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view separators = ";,";
constexpr std::size_t longest_reason_bytes = 200;

using ReadLine = std::variant<Closure, std::string>;

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Cuts the text at the first of `marks`; what follows stays in `rest`.
std::string_view cut(std::string_view& rest, std::string_view marks) {
  auto const end = std::min(rest.find_first_of(marks), rest.size());
  auto const field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

int continuation_bytes(unsigned char lead) {
  if (lead < 0x80) return 0;
  if (lead >= 0xC2 && lead <= 0xDF) return 1;
  if (lead >= 0xE0 && lead <= 0xEF) return 2;
  if (lead >= 0xF0 && lead <= 0xF4) return 3;
  return -1;
}

bool is_overlong_or_surrogate(unsigned char lead, unsigned char second) {
  return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
         (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto const lead = static_cast<unsigned char>(text[at]);
    int const following = continuation_bytes(lead);
    if (following < 0 || at + static_cast<std::size_t>(following) >= text.size()) return false;
    if (following > 0 && is_overlong_or_surrogate(lead, static_cast<unsigned char>(text[at + 1])))
      return false;
    for (int left = following; left > 0; --left)
      if ((static_cast<unsigned char>(text[++at]) & 0xC0) != 0x80) return false;
  }
  return true;
}

bool has_control_character(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

ReadLine read_line(std::string_view line) {
  if (!is_utf8(line)) return "texte qui n'est pas en UTF-8";
  std::string_view rest = line;
  auto const first = parse_date(trimmed(cut(rest, separators)));
  if (!first) return "première date illisible, attendu AAAA-MM-JJ (de 1900 à 2199)";
  auto const last = parse_date(trimmed(cut(rest, separators)));
  if (!last) return "dernière date absente ou illisible, attendu AAAA-MM-JJ (de 1900 à 2199)";
  if (*last < *first) return "la fermeture finit avant de commencer";
  auto const reason = trimmed(rest);
  if (reason.size() > longest_reason_bytes) return "motif trop long (200 octets au plus)";
  if (has_control_character(reason)) return "motif contenant un caractère de contrôle";
  return Closure{*first, *last, std::string{reason}};
}

}  // namespace

ClosureReading read_closures(std::string_view text) {
  ClosureReading reading;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  for (int number = 1; !text.empty(); ++number) {
    auto const line = trimmed(cut(text, "\n"));
    if (line.empty() || line.starts_with('#')) continue;
    auto read = read_line(line);
    if (auto* closure = std::get_if<Closure>(&read))
      reading.closures.push_back(std::move(*closure));
    else
      reading.errors.push_back({number, std::get<std::string>(read)});
  }
  if (!reading.errors.empty()) reading.closures.clear();
  return reading;
}

}  // namespace jalon
