#include "api/second_factor/recovery_codes.hpp"

#include <cctype>

namespace jalon::second_factor {

namespace {

constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";

std::string new_code(RandomBelow const& random_below) {
  std::string code;
  for (int i = 0; i < 12; ++i) {
    if (i > 0 && i % 4 == 0) code += '-';
    code += letters[random_below(letters.size())];
  }
  return code;
}

}  // namespace

std::vector<std::string> new_recovery_codes(RandomBelow const& random_below) {
  std::vector<std::string> codes;
  while (codes.size() < number_of_recovery_codes) codes.push_back(new_code(random_below));
  return codes;
}

std::string plain_recovery_code(std::string_view typed) {
  std::string plain;
  for (unsigned char c : typed)
    if (std::isalnum(c)) plain += char(std::tolower(c));
  return plain;
}

}  // namespace jalon::second_factor
