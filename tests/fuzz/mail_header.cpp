// What a mail's headers are made of: a value that passes can begin no other header, and an address that
// passes is one.
#include "adapters/smtp/header_text.hpp"
#include "adapters/smtp/mime_message.hpp"
#include "engine/text/email_address.hpp"
#include "tests/fuzz/door.hpp"

namespace {

using namespace jalon;

// Lines of at most 76 visible signs of ASCII, each but the first folded by a space.
void is_one_folded_value(std::string_view encoded, std::size_t taken) {
  for (std::size_t from = 0; from <= encoded.size();) {
    auto const end = std::min(encoded.find("\r\n", from), encoded.size());
    auto const line = encoded.substr(from, end - from);
    fuzz::must(from == 0 || line.starts_with(' '), "what follows is folded");
    fuzz::must(line.size() + (from == 0 ? taken : 0) <= 78, "a line is short");
    for (unsigned char c : line) fuzz::must(c >= 0x20 && c < 0x7f, "a header is visible ASCII");
    from = end + 2;
  }
}

void look_at_address(std::string_view text) {
  if (!is_mailable_address(text)) return;
  for (unsigned char c : text)
    fuzz::must(
        c > 0x20 && c < 0x7f && std::string_view("<>,;:\"\\()[]").find(char(c)) == std::string_view::npos,
        "an address holds nothing that SMTP reads");
}

void look_at_lines(std::string_view text) {
  auto const lines = smtp::with_crlf(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] == '\n') fuzz::must(i > 0 && lines[i - 1] == '\r', "no bare line feed");
    if (lines[i] == '\r') fuzz::must(i + 1 < lines.size() && lines[i + 1] == '\n', "no bare carriage return");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  auto const text = fuzz::text_of(bytes, size);
  look_at_address(text);
  look_at_lines(text);
  if (smtp::is_message_id(text))
    fuzz::must(text.find_first_of(" \r\n<>") == text.npos, "an identifier is one word");
  if (!smtp::is_header_text(text)) return 0;
  for (std::size_t taken : {1, 6, 9}) is_one_folded_value(smtp::encode_header_text(text, taken), taken);
  return 0;
}
