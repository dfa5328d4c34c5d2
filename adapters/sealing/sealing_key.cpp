#include "adapters/sealing/sealing_key.hpp"

#include <sodium.h>

#include <stdexcept>
#include <vector>

namespace jalon::sealing {

namespace {

constexpr std::string_view mark = "sealed:";
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t name_size = crypto_generichash_BYTES_MIN;
constexpr int base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == 32);

using Buffer = std::vector<unsigned char>;

void ensure_ready() {
  static int const ready = sodium_init();
  if (ready < 0) throw std::runtime_error("libsodium ne démarre pas");
}

unsigned char const* bytes_of(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

std::string hexadecimal(unsigned char const* bytes, std::size_t size) {
  std::string text(2 * size + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, size);
  text.pop_back();
  return text;
}

std::string encoded(Buffer const& bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), base64), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), base64);
  text.pop_back();
  return text;
}

std::optional<Buffer> decoded(std::string_view text) {
  Buffer bytes(text.size());
  std::size_t size = 0;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr,
                        base64) != 0)
    return std::nullopt;
  bytes.resize(size);
  return bytes;
}

}  // namespace

SealingKey::SealingKey(Bytes const& bytes) : bytes_(bytes) {
  static constexpr std::string_view purpose = "the name of a sealing key of Jalon";
  std::array<unsigned char, name_size> name{};
  crypto_generichash(name.data(), name.size(), bytes_of(purpose), purpose.size(), bytes_.data(),
                     bytes_.size());
  name_ = hexadecimal(name.data(), name.size());
}

SealingKey SealingKey::by_chance() {
  ensure_ready();
  Bytes bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return SealingKey(bytes);
}

std::optional<SealingKey> SealingKey::from_text(std::string_view text) {
  ensure_ready();
  Bytes bytes{};
  std::size_t size = 0;
  char const* end = nullptr;
  bool const is_read =
      sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, &end) == 0;
  if (!is_read || size != bytes.size() || end != text.data() + text.size()) return std::nullopt;
  return SealingKey(bytes);
}

std::string SealingKey::text() const {
  return hexadecimal(bytes_.data(), bytes_.size());
}

std::string SealingKey::seal(std::string_view plain, std::string_view bound_to) const {
  Buffer sealed(nonce_size + plain.size() + tag_size);
  randombytes_buf(sealed.data(), nonce_size);
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + nonce_size, nullptr, bytes_of(plain),
                                             plain.size(), bytes_of(bound_to), bound_to.size(), nullptr,
                                             sealed.data(), bytes_.data());
  return std::string(mark) + name_ + ":" + encoded(sealed);
}

std::optional<std::string> SealingKey::open(std::string_view sealed, std::string_view bound_to) const {
  if (key_name_of(sealed) != name_) return std::nullopt;
  auto const bytes = decoded(sealed.substr(mark.size() + name_.size() + 1));
  if (!bytes || bytes->size() < nonce_size + tag_size) return std::nullopt;
  std::string plain(bytes->size() - nonce_size - tag_size, '\0');
  auto const refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr, bytes->data() + nonce_size,
      bytes->size() - nonce_size, bytes_of(bound_to), bound_to.size(), bytes->data(), bytes_.data());
  if (refused != 0) return std::nullopt;
  return plain;
}

bool is_sealed(std::string_view stored) {
  return stored.starts_with(mark);
}

std::string_view key_name_of(std::string_view stored) {
  if (!is_sealed(stored)) return {};
  auto const rest = stored.substr(mark.size());
  auto const end = rest.find(':');
  return end == std::string_view::npos ? std::string_view() : rest.substr(0, end);
}

}  // namespace jalon::sealing
