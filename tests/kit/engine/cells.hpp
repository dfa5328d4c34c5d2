// The cells of a table of text, taken apart.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/json/json.hpp"

namespace jalon::kit {

std::string trimmed(std::string_view text);

// The rows of a table, without comments: a line that begins with a bar or a plus goes on with the one above.
struct TextRow {
  int line = 0;
  std::string text;
};
std::vector<TextRow> rows_of(std::string_view table);

// Between bars; each trimmed.
std::vector<std::string> cells_of(std::string_view line);

// Between blanks; what stands in double quotes is one word, and loses them.
std::vector<std::string> words_of(std::string_view cell);

std::vector<std::string> split(std::string_view text, char between);

// « key=value » → (key, value); the value is empty when there is none.
std::pair<std::string, std::string> pair_of(std::string const& word);

// The value a field of that JSON Schema has when it is written so.
Json value_of(std::string const& text, Json const& schema);

}  // namespace jalon::kit
