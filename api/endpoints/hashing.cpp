#include "api/endpoints/hashing.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <stdexcept>

namespace jalon::api {

namespace {
void ensure_ready() {
  static int const ready = sodium_init();
  if (ready < 0) throw std::runtime_error("libsodium ne démarre pas");
}

template <std::size_t N>
std::string hexadecimal(std::array<unsigned char, N> const& bytes) {
  std::string text(2 * N + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), N);
  text.pop_back();
  return text;
}
}  // namespace

std::string hash_of(std::string_view text) {
  ensure_ready();
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(text.data()),
                     text.size(), nullptr, 0);
  return hexadecimal(hash);
}

std::string sha256_base64url(std::string const& text) {
  ensure_ready();
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(text.data()), text.size());
  std::array<char, 64> encoded{};
  sodium_bin2base64(encoded.data(), encoded.size(), hash.data(), hash.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return encoded.data();
}

std::string new_token() {
  ensure_ready();
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return "jalon_" + hexadecimal(bytes);
}

std::string new_uuid() {
  ensure_ready();
  std::array<unsigned char, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
  std::string const hex = hexadecimal(bytes);
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" +
         hex.substr(20);
}

std::size_t random_below(std::size_t bound) {
  ensure_ready();
  return randombytes_uniform(static_cast<std::uint32_t>(bound));
}

std::string hash_password(std::string const& password) {
  ensure_ready();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  // OWASP's least for Argon2id: 19 MiB, two passes.
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), 2, 19'456ULL * 1024) != 0)
    throw std::runtime_error("mémoire insuffisante pour protéger le mot de passe");
  return hash.data();
}

bool matches_password(std::string const& hash, std::string const& password) {
  ensure_ready();
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace jalon::api
