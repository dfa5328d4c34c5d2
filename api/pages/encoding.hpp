#pragma once
#include <string>
#include <string_view>

namespace jalon::pages {

// For a value in an address's query: all but letters, digits, « - . _ ~ / ».
inline std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view kept = "-._~/", digits = "0123456789ABCDEF";
  std::string encoded;
  for (unsigned char c : text) {
    bool const is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                          kept.find(char(c)) != std::string_view::npos;
    if (is_plain)
      encoded += char(c);
    else
      encoded += {'%', digits[c >> 4], digits[c & 15]};
  }
  return encoded;
}

}  // namespace jalon::pages
