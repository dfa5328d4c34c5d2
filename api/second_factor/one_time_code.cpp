#include "api/second_factor/one_time_code.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace jalon::second_factor {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";  // RFC 4648
constexpr std::size_t secret_letters = 32, digits = 6;
constexpr std::uint32_t codes = 1'000'000;

std::string from_base32(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (char letter : text) {
    auto const value = alphabet.find(letter);
    if (value == std::string_view::npos) throw std::invalid_argument("no base32");
    bits = (bits << 5 | std::uint32_t(value)) & 0xfff;
    if ((count += 5) < 8) continue;
    count -= 8;
    bytes += char(bits >> count & 0xff);
  }
  return bytes;
}

std::array<unsigned char, 20> hmac_sha1(std::string const& key, std::array<unsigned char, 8> const& text) {
  std::array<unsigned char, 20> hash{};
  unsigned length = hash.size();
  if (!HMAC(EVP_sha1(), key.data(), int(key.size()), text.data(), text.size(), hash.data(), &length))
    throw std::runtime_error("OpenSSL refuses HMAC-SHA-1");
  return hash;
}

// RFC 4226, 5.3.
std::uint32_t truncated(std::array<unsigned char, 20> const& hash) {
  std::size_t const offset = hash.back() & 0x0f;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | hash[offset + i];
  return number & 0x7fffffff;
}

std::string without_spaces(std::string_view text) {
  std::string kept(text);
  std::erase(kept, ' ');
  return kept;
}

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  std::string encoded;
  for (unsigned char c : text) {
    if (std::isalnum(c) || c == '-' || c == '.' || c == '_')
      encoded += char(c);
    else
      encoded += {'%', hexadecimal[c >> 4], hexadecimal[c & 15]};
  }
  return encoded;
}

}  // namespace

std::string new_secret(RandomBelow const& random_below) {
  std::string secret;
  while (secret.size() < secret_letters) secret += alphabet[random_below(alphabet.size())];
  return secret;
}

bool is_secret(std::string_view text) {
  return text.size() == secret_letters && text.find_first_not_of(alphabet) == std::string_view::npos;
}

std::string code_at(std::string_view secret, std::int64_t step) {
  std::array<unsigned char, 8> counter{};
  for (std::size_t i = 0; i < counter.size(); ++i)
    counter[i] = static_cast<unsigned char>(std::uint64_t(step) >> (56 - 8 * i));
  auto const code = std::to_string(truncated(hmac_sha1(from_base32(secret), counter)) % codes);
  return std::string(digits - code.size(), '0') + code;
}

std::int64_t step_of(std::chrono::system_clock::time_point now) {
  return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / step_length;
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code,
                                          std::chrono::system_clock::time_point now) {
  auto const given = without_spaces(code);
  if (given.size() != digits) return std::nullopt;
  std::optional<std::int64_t> matching;
  auto const present = step_of(now);
  for (auto step : {present - 1, present, present + 1})
    if (CRYPTO_memcmp(code_at(secret, step).data(), given.data(), digits) == 0) matching = step;
  return matching;
}

std::string otpauth_address(std::string_view secret, std::string_view issuer, std::string_view account) {
  auto const name = percent_encoded(issuer);
  return "otpauth://totp/" + name + ":" + percent_encoded(account) + "?secret=" + std::string(secret) +
         "&issuer=" + name + "&algorithm=SHA1&digits=6&period=30";
}

std::string in_groups_of_four(std::string_view secret) {
  std::string groups;
  for (std::size_t from = 0; from < secret.size(); from += 4)
    groups += (groups.empty() ? "" : " ") + std::string(secret.substr(from, 4));
  return groups;
}

}  // namespace jalon::second_factor
