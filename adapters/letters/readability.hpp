#pragma once

#include <string>
#include <vector>

namespace jalon::letters {

// How long a sentence may be, in words: in a letter, and in its variant in plain language (one idea a
// sentence).
constexpr int longest_sentence_words = 30;
constexpr int longest_plain_sentence_words = 15;

// What a reader may stumble over in a text: sentences longer than that, and acronyms that are not explained
// where they first stand, as in « la maison départementale des personnes handicapées (MDPH) ». French, one
// line each. `names` are words in capitals that are names, and need no explanation.
std::vector<std::string> readability_remarks(std::string const& text, int most_words = longest_sentence_words,
                                             std::vector<std::string> const& names = {});

// The words of a template without its tags, for a look at them before there is data.
std::string prose_of_template(std::string const& page);

}  // namespace jalon::letters
