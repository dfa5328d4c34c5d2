#include "tests/kit/engine/cells.hpp"

namespace jalon::kit {

namespace {
constexpr std::string_view notifications = "rqth_notification,orientation_notification";
constexpr std::string_view sheets = "administrative_sheet,social_sheet,professional_sheet,remuneration_sheet";
}  // namespace

std::string trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(' ');
  if (first == text.npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<std::string> split(std::string_view text, char between) {
  std::vector<std::string> parts;
  if (text.empty()) return parts;
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = std::min(text.find(between, at), text.size());
    parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::vector<TextRow> rows_of(std::string_view table) {
  std::vector<TextRow> rows;
  int number = 0;
  for (auto const& line : split(table, '\n')) {
    ++number;
    auto const text = trimmed(line);
    if (text.empty() || text.starts_with("#")) continue;
    if (text[0] == '|' || text[0] == '+')
      rows.at(rows.size() - 1).text += " " + (text[0] == '+' ? text.substr(1) : text);
    else
      rows.push_back({number, text});
  }
  return rows;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (auto const& cell : split(line, '|')) cells.push_back(trimmed(cell));
  return cells;
}

std::vector<std::string> words_of(std::string_view cell) {
  std::vector<std::string> words;
  std::string word;
  bool inside = false, begun = false;
  for (char c : std::string(cell) + " ") {
    if (c == '"') {
      inside = !inside, begun = true;
    } else if (c == ' ' && !inside) {
      if (begun) words.push_back(word);
      word.clear(), begun = false;
    } else {
      word += c, begun = true;
    }
  }
  return words;
}

std::pair<std::string, std::string> pair_of(std::string const& word) {
  auto const equals = word.find('=');
  if (equals == word.npos) return {word, ""};
  return {word.substr(0, equals), word.substr(equals + 1)};
}

Json value_of(std::string const& text, Json const& schema) {
  auto const type = schema.value("type", "string");
  if (type == "boolean") return text == "yes";
  if (type == "integer")
    return text.find_first_not_of("-0123456789") == text.npos ? Json(std::stoi(text)) : Json(text);
  if (type != "array") return text;
  if (text == "all") return split(std::string(sheets) + "," + std::string(notifications), ',');
  if (text == "sheets") return split(sheets, ',');
  if (text == "notifications") return split(notifications, ',');
  return text.empty() ? Json::array() : Json(split(text, ','));
}

}  // namespace jalon::kit
