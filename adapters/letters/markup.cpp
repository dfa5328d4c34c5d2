#include "adapters/letters/markup.hpp"

#include <algorithm>
#include <array>
#include <boost/regex.hpp>
#include <utility>

namespace jalon::letters {

namespace {

std::string_view name_of(std::string_view tag) {
  auto const from = tag.find_first_not_of("</");
  if (from == std::string_view::npos) return {};
  auto const end = tag.find_first_of(" \t\r\n/>", from);
  return tag.substr(from, end == std::string_view::npos ? end : end - from);
}

MarkupPiece tag_piece(std::string_view tag) {
  return {tag, true, tag.starts_with("</"), name_of(tag)};
}

std::string entity(boost::smatch const& found) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> named{
      {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\u00A0"}}};
  auto const name = found.str(1);
  for (auto const& [known, sign] : named)
    if (name == known) return std::string(sign);
  return found.str();
}

}  // namespace

void for_each_piece(std::string_view html, std::function<void(MarkupPiece const&)> const& visit) {
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      auto const end = std::min(html.find('<', at), html.size());
      visit({html.substr(at, end - at), false, false, {}});
      at = end;
      continue;
    }
    auto const end = html.find('>', at);
    auto const after = end == std::string_view::npos ? html.size() : end + 1;
    visit(tag_piece(html.substr(at, after - at)));
    at = after;
  }
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  auto const mark = " " + std::string(name) + "=\"";
  auto const from = tag.find(mark);
  if (from == std::string_view::npos) return {};
  auto const value = tag.substr(from + mark.size());
  return value.substr(0, value.find('"'));
}

std::string without_entities(std::string_view text) {
  static boost::regex const pattern{"&(amp|lt|gt|quot|apos|nbsp);"};
  return boost::regex_replace(std::string(text), pattern, entity);
}

}  // namespace jalon::letters
