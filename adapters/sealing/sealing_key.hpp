#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace jalon::sealing {

/// A key of 256 bits that seals texts: XChaCha20-Poly1305, with a nonce of chance for each. A sealed text
/// says which key it needs, « sealed:NAME OF THE KEY:BASE64 », and opens only for what it was sealed for.
class SealingKey {
 public:
  static SealingKey by_chance();
  /// 64 hexadecimal digits, as `text()` gives them; nothing when it is something else.
  static std::optional<SealingKey> from_text(std::string_view text);

  std::string text() const;
  /// Tells keys apart and tells nothing of the key (BLAKE2b).
  std::string const& name() const { return name_; }

  std::string seal(std::string_view plain, std::string_view bound_to) const;
  /// Nothing when it was sealed with another key, for something else, or changed since.
  std::optional<std::string> open(std::string_view sealed, std::string_view bound_to) const;

 private:
  using Bytes = std::array<unsigned char, 32>;
  explicit SealingKey(Bytes const& bytes);

  Bytes bytes_;
  std::string name_;
};

bool is_sealed(std::string_view stored);
/// Of the key that it needs; empty when it is not sealed.
std::string_view key_name_of(std::string_view stored);

}  // namespace jalon::sealing
