#include "api/pages/template_titles.hpp"

#include <stdexcept>

namespace jalon::pages {

namespace {

std::string kind_of(std::string const& text) {
  if (text.find("{{>letter_top}}") != std::string::npos) return "Courriers";
  return text.find("{{>mail_top}}") != std::string::npos ? "Courriels" : "Documents et listes";
}

// A passage that is there or not says its words; a value that is filled in is an ellipsis.
std::string without_tags(std::string const& line) {
  std::string words;
  for (std::size_t from = 0; from < line.size();) {
    auto const open = std::min(line.find("{{", from), line.size());
    words += line.substr(from, open - from);
    if (open == line.size()) break;
    bool const is_value = std::string_view("#^/").find(line[open + 2]) == std::string_view::npos;
    if (is_value) words += "…";
    auto const close = line.find("}}", open);
    from = close == std::string::npos ? line.size() : close + 2;
  }
  return words;
}

}  // namespace

TemplateTitle title_of_template(Press const& press, std::string const& name) {
  auto const shipped = press.shipped(name);
  if (!shipped) throw std::out_of_range("no template is named " + name);
  constexpr std::string_view mark = "Objet : ";
  auto const line = shipped->text.substr(0, shipped->text.find('\n'));
  auto const title = without_tags(line.starts_with(mark) ? line.substr(mark.size()) : line);
  return {kind_of(shipped->text), title.empty() ? name : title};
}

}  // namespace jalon::pages
