#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace jalon::letters {

// One piece of a page: a tag with its brackets, or the text between two tags.
struct MarkupPiece {
  std::string_view text;
  bool is_tag = false;
  bool is_closing = false;
  std::string_view name;  // of a tag: « p »
};

// Walks over a page from piece to piece. Our pages are well formed; others are taken as they come, to their
// end.
void for_each_piece(std::string_view html, std::function<void(MarkupPiece const&)> const& visit);

// What stands in an attribute of a tag; empty without it.
std::string_view attribute(std::string_view tag, std::string_view name);

// Replaces &amp; &nbsp; and their like by what they stand for.
std::string without_entities(std::string_view text);

}  // namespace jalon::letters
