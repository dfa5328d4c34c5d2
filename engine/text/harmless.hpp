#pragma once
#include <string>

namespace jalon {

// A text as a spreadsheet may show it: one that begins like a formula (= + - @, or a blank that hides such a
// beginning) gets an apostrophe before it, and stays a text wherever the file is opened or saved again.
inline std::string harmless(std::string text) {
  if (!text.empty() && std::string("=+-@\t\r").find(text.front()) != std::string::npos) text.insert(0, "'");
  return text;
}

}  // namespace jalon
