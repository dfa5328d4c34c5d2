#pragma once

#include <string>
#include <string_view>

namespace jalon::letters {

// French typography in the text of a page, whoever typed it: no-break spaces before : ; ? ! » % € and after
// «, and the typographic apostrophe between letters. Tags and styles stay as they are.
std::string with_french_typography(std::string_view html);

// The same for a line of plain text, as a subject is.
std::string with_french_spaces(std::string const& text);

}  // namespace jalon::letters
