// Passwords that everybody thinks of first, French and English: common_passwords.txt, compiled into the
// program.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace jalon::passwords {

// The list, in order: words, names, rows of keys, sequences; each in letters without accent and digits.
std::span<std::string_view const> common_words();

// « Été-2026 ! » → « ete2026 »: what is left when capitals, accents and signs do not count.
std::string bare(std::string_view text);

// Made of one or two common words and digits alone, however often they are repeated and whatever signs stand
// between them: « MotDePasse123456 », « Soleil+soleil », « P@ssw0rd-Bonjour! ». Three different words are not
// common.
bool is_common(std::string_view password);

// Whether it says that name. A short one has to stand by itself: « ESPO » is not in « espoir ».
bool says(std::string_view password, std::string_view name);

}  // namespace jalon::passwords
