#include "api/second_factor/qr_code.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace jalon::second_factor {

namespace {
constexpr int border = 4;  // ISO/IEC 18004: four squares
}

QrCode qr_code(std::string const& text) {
  std::unique_ptr<QRcode, void (*)(QRcode*)> const code(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!code) throw std::invalid_argument("too long for a QR code");
  QrCode drawn{code->width + 2 * border, ""};
  for (int y = 0; y < code->width; ++y)
    for (int x = 0; x < code->width; ++x)
      if (code->data[y * code->width + x] & 1)
        drawn.path += "M" + std::to_string(x + border) + " " + std::to_string(y + border) + "h1v1h-1z";
  return drawn;
}

}  // namespace jalon::second_factor
