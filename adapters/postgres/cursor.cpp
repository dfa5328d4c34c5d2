#include "adapters/postgres/cursor.hpp"

#include <algorithm>
#include <array>

#include "engine/json/strict_json.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
namespace {

// RFC 4648, section 5, without padding.
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t longest_cursor = 1000;

[[noreturn]] void refuse() {
  throw BadCursor("Ce curseur n'est pas de ceux que la liste a donnés.");
}

std::string encode(std::string_view bytes) {
  std::string text;
  unsigned bits = 0;
  int count = 0;
  for (unsigned char const byte : bytes) {
    bits = bits << 8 | byte;
    for (count += 8; count >= 6; count -= 6) text += alphabet[bits >> (count - 6) & 63U];
  }
  if (count > 0) text += alphabet[bits << (6 - count) & 63U];
  return text;
}

std::string decode(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (char const letter : text) {
    auto const value = alphabet.find(letter);
    if (value == std::string_view::npos) refuse();
    bits = bits << 6 | unsigned(value);
    count += 6;
    if (count >= 8) bytes += char(bits >> (count -= 8) & 255U);
  }
  bool const is_as_written = count < 6 && (bits & ((1U << count) - 1)) == 0;
  if (!is_as_written) refuse();
  return bytes;
}

bool is_number(std::string const& text) {
  return !text.empty() && text.size() <= 18 &&
         std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

bool is_of(Key key, std::string const& text) {
  switch (key) {
    case Key::boolean:
      return text == "t" || text == "f";
    case Key::text:
      return !text.empty() && text.size() <= 200;
    case Key::number:
      return is_number(text);
    case Key::date:
      return text == "infinity" || parse_date(text);
    case Key::uuid:
      return is_uuid(text);
  }
  return false;
}

Json parse(std::string const& bytes) {
  try {
    return parse_json(bytes);
  } catch (MalformedJson const&) {
    refuse();
  }
}

}  // namespace

std::string write_cursor(std::vector<std::string> const& values) {
  return encode(Json(values).dump());
}

std::vector<std::optional<std::string>> read_cursor(std::optional<std::string> const& cursor,
                                                    Keys const& keys) {
  std::vector<std::optional<std::string>> values(keys.size());
  if (!cursor) return values;
  if (cursor->size() > longest_cursor) refuse();
  auto const json = parse(decode(*cursor));
  if (!json.is_array() || json.size() != keys.size()) refuse();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (!json[i].is_string()) refuse();
    values[i] = json[i].get<std::string>();
    if (!is_of(keys[i], *values[i])) refuse();
  }
  return values;
}

}  // namespace jalon::postgres
