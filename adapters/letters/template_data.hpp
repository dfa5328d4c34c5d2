#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

#include "engine/json/json.hpp"

namespace jalon::letters {

using MustacheData = kainjow::mustache::data;

// JSON as mustache reads it. null and "" become false, so that a passage about them can be hidden; a list
// `items` that is not empty brings `items_count`, and `items_many` when it holds more than one; a code or a
// list of codes brings a flag for each (`documents_social_sheet`); dates become French; `address` breaks into
// the lines of an envelope.
MustacheData template_data(Json const& json);

// « 5 janvier 2026 », « 1er mars 2026 » for 2026-01-05, 2026-03-01; any other text stays as it is.
std::string with_french_date(std::string const& text);

// An address on several lines: a comma before a postal code becomes a line break.
std::string in_lines(std::string const& address);

}  // namespace jalon::letters
