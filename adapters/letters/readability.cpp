#include "adapters/letters/readability.hpp"

#include <algorithm>
#include <boost/regex.hpp>
#include <set>

#include "adapters/letters/plain_text.hpp"

namespace jalon::letters {

namespace {

using Words = boost::sregex_iterator;

boost::regex const& word() {
  static boost::regex const pattern{"[^\\s:;?!.,()«»–\"]*[A-Za-z0-9\\x80-\\xFF][^\\s:;?!,()\"]*"};
  return pattern;
}

int count_words(std::string const& sentence) {
  return int(std::distance(Words(sentence.begin(), sentence.end(), word()), Words()));
}

std::string beginning(std::string const& sentence) {
  auto const end = sentence.size() > 60 ? sentence.find(' ', 60) : std::string::npos;
  return end == std::string::npos ? sentence : sentence.substr(0, end) + " …";
}

// A sentence ends with its sign or with its line; the items of a list are sentences of their own.
void look_at_sentences(std::string const& text, int most_words, std::vector<std::string>& remarks) {
  static boost::regex const end{"(?<=[.?!;:…])\\s+|[\\s\\xA0\\xC2]+(?=[?!;:]\\s)| – |\\n+"};
  boost::sregex_token_iterator sentence(text.begin(), text.end(), end, -1), last;
  for (; sentence != last; ++sentence) {
    auto const count = count_words(sentence->str());
    if (count > most_words)
      remarks.push_back("phrase de " + std::to_string(count) + " mots (" + std::to_string(most_words) +
                        " au plus) : « " + beginning(sentence->str()) + " »");
  }
}

// « … des personnes handicapées (MDPH) », or « MDPH (maison départementale …) ».
bool is_explained(std::string const& text, std::size_t from, std::size_t length) {
  bool const in_brackets =
      from > 0 && text[from - 1] == '(' && from + length < text.size() && text[from + length] == ')';
  static boost::regex const explanation{" \\([^)]*[^\\s)]+ [^)]+\\).*"};
  auto const rest = text.substr(from + length, 200);
  return in_brackets || boost::regex_search(rest, explanation, boost::match_continuous);
}

void look_at_acronyms(std::string const& text, std::vector<std::string> const& names,
                      std::vector<std::string>& remarks) {
  static boost::regex const acronym{"(?<![A-Za-z0-9\\x80-\\xFF])[A-Z][A-Z0-9-]*[A-Z](?![A-Za-z\\x80-\\xBF])"};
  std::set<std::string> seen(names.begin(), names.end());
  for (Words found(text.begin(), text.end(), acronym), last; found != last; ++found) {
    if (!seen.insert(found->str()).second) continue;
    if (!is_explained(text, std::size_t(found->position()), std::size_t(found->length())))
      remarks.push_back("le sigle « " + found->str() + " » n’est pas expliqué à sa première apparition");
  }
}

}  // namespace

std::vector<std::string> readability_remarks(std::string const& text, int most_words,
                                             std::vector<std::string> const& names) {
  std::vector<std::string> remarks;
  look_at_sentences(text, most_words, remarks);
  look_at_acronyms(text, names, remarks);
  return remarks;
}

std::string prose_of_template(std::string const& page) {
  static boost::regex const tag{"\\{\\{[#^/>!][^}]*\\}\\}"}, value{"\\{\\{[^}]*\\}\\}"};
  return plain_text(boost::regex_replace(boost::regex_replace(page, tag, ""), value, "x"));
}

}  // namespace jalon::letters
