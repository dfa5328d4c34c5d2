#pragma once

#include <string>
#include <string_view>

namespace jalon::letters {

// A page as text, for an e-mail's plain version and for reading it aloud: paragraphs, lists and tables in
// lines, links with their address. Left out: the head, the <h1> (an e-mail has a subject), the <header>, and
// forms to fill in by hand (class « sheet »).
std::string plain_text(std::string_view html);

}  // namespace jalon::letters
