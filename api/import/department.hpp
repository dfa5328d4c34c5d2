#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jalon::csv {

// A department code as the engine knows them (is_department), read from what spreadsheets make of it: « 1 »
// for 01, « 2a » for 2A. nullopt for anything else.
std::optional<std::string> parse_department(std::string_view text);

}  // namespace jalon::csv
