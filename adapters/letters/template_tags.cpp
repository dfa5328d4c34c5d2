#include "adapters/letters/template_tags.hpp"

#include <algorithm>
#include <string_view>

namespace jalon::letters {

namespace {

std::string trimmed(std::string_view text) {
  auto const from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return "";
  return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

TemplateTag tag_of(std::string_view inside, int line) {
  constexpr std::string_view marks = "#^/>!=&{";
  auto const from = inside.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos || marks.find(inside[from]) == std::string_view::npos)
    return {line, ' ', trimmed(inside)};
  return {line, inside[from], trimmed(inside.substr(from + 1))};
}

}  // namespace

std::vector<TemplateTag> template_tags(std::string const& text, std::vector<TemplateFault>& faults) {
  std::vector<TemplateTag> tags;
  std::size_t counted = 0;
  int line = 1;
  for (auto at = text.find("{{"); at != std::string::npos; at = text.find("{{", at)) {
    line += int(std::count(text.begin() + long(counted), text.begin() + long(at), '\n'));
    counted = at;
    auto const end = text.find("}}", at + 2);
    if (end == std::string::npos) {
      faults.push_back({line, "cette balise « {{ » ne se ferme pas par « }} »"});
      return tags;
    }
    tags.push_back(tag_of(std::string_view(text).substr(at + 2, end - at - 2), line));
    at = end + 2;
  }
  return tags;
}

}  // namespace jalon::letters
