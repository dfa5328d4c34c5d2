#include "api/http/utf8.hpp"

#include <cstddef>

namespace jalon::http {

namespace {

// The length of the character that begins here, 0 if it is none. Table 3-7 of the Unicode Standard.
std::size_t character_bytes(std::string_view bytes) {
  auto at = [bytes](std::size_t index) { return static_cast<unsigned char>(bytes[index]); };
  auto within = [&](std::size_t index, unsigned low, unsigned high) {
    return index < bytes.size() && at(index) >= low && at(index) <= high;
  };
  auto continues = [&](std::size_t index) { return within(index, 0x80, 0xBF); };
  unsigned lead = at(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    bool second = within(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
    return second && continues(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    bool second = within(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
    return second && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    std::size_t size = character_bytes(bytes);
    if (size == 0) return false;
    bytes.remove_prefix(size);
  }
  return true;
}

}  // namespace jalon::http
