// A QR code as a drawing that a page holds: dark squares on white, whatever the theme.
#pragma once
#include <string>

namespace jalon::second_factor {

struct QrCode {
  int side = 0;      // in squares, with the white border
  std::string path;  // the dark squares, as the data of an SVG path
};

// Throws std::invalid_argument when the text is too long for one.
QrCode qr_code(std::string const& text);

}  // namespace jalon::second_factor
