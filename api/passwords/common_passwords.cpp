#include "api/passwords/common_passwords.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "api/passwords/common_password_list.hpp"

namespace jalon::passwords {

namespace {

constexpr std::size_t longest_short_name = 4, longest_looked_at = 200;
// U+00C0 to U+00FF, of which UTF-8 says the second byte: capitals first, small letters after them.
constexpr std::string_view without_accents = "aaaaaaaceeeeiiiidnooooo_ouuuuyts";
constexpr std::string_view signs = "@$!|013457", meant = "asiloleast";

using Words = std::vector<std::string_view>;

Words lines_of(std::string_view text) {
  Words lines;
  for (std::size_t from = 0; from < text.size();) {
    auto const to = std::min(text.find('\n', from), text.size());
    if (to > from) lines.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return lines;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// In lower case and without accents; whatever is no letter and no digit is a space.
std::string spaced(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const c = static_cast<unsigned char>(text[i]);
    if (c == 0xC3 && i + 1 < text.size())
      plain += without_accents[static_cast<unsigned char>(text[++i]) % without_accents.size()];
    else
      plain += c < 0x80 && std::isalnum(c) ? char(std::tolower(c)) : ' ';
  }
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

// « p@ssw0rd » → « password ».
std::string undisguised(std::string_view text) {
  std::string plain(text);
  for (auto& c : plain)
    if (auto const at = signs.find(c); at != std::string_view::npos) c = meant[at];
  return plain;
}

// Whether the text falls into these two words and, where it has letters, digits.
bool is_made_of(std::string_view text, std::string_view one, std::string_view other, bool digits_are_free) {
  std::vector<bool> reached(text.size() + 1);
  reached[0] = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!reached[at]) continue;
    for (auto const word : {one, other})
      if (text.substr(at).starts_with(word)) reached[at + word.size()] = true;
    if (digits_are_free && is_digit(text[at])) reached[at + 1] = true;
  }
  return reached[text.size()];
}

bool is_made_of_common_words(std::string_view text) {
  Words found;
  for (auto const word : common_words())
    if (text.find(word) != std::string_view::npos) found.push_back(word);
  bool const has_letters = !std::all_of(text.begin(), text.end(), is_digit);
  for (auto const one : found)
    for (auto const other : found)
      if (is_made_of(text, one, other, has_letters)) return true;
  return false;
}

}  // namespace

std::span<std::string_view const> common_words() {
  static Words const words = lines_of(common_password_list);
  return words;
}

std::string bare(std::string_view text) {
  auto plain = spaced(text);
  plain.erase(std::remove(plain.begin(), plain.end(), ' '), plain.end());
  return plain;
}

bool is_common(std::string_view password) {
  auto const looked_at = password.substr(0, longest_looked_at);
  return is_made_of_common_words(bare(looked_at)) || is_made_of_common_words(bare(undisguised(looked_at)));
}

bool says(std::string_view password, std::string_view name) {
  auto const wanted = bare(name);
  if (wanted.empty()) return false;
  if (wanted.size() > longest_short_name) return bare(password).find(wanted) != std::string::npos;
  auto words = " " + spaced(password) + " ";
  std::replace_if(words.begin(), words.end(), is_digit, ' ');
  return words.find(" " + wanted + " ") != std::string::npos;
}

}  // namespace jalon::passwords
