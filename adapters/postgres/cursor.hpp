#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/ports/registers.hpp"

namespace jalon::postgres {

/// What a list is ordered by: the kinds of the columns that follow the item in its query's answer.
enum class Key { boolean, text, number, date, uuid };
using Keys = std::vector<Key>;

/// The place of a list's line, as an opaque text fit for a URL (base64url of a JSON list).
std::string write_cursor(std::vector<std::string> const& values);

/// The values of a cursor; as many nothings when there is none. Throws BadCursor when it is not one that
/// write_cursor made for these kinds: nothing else reaches the database.
std::vector<std::optional<std::string>> read_cursor(std::optional<std::string> const& cursor,
                                                    Keys const& keys);

}  // namespace jalon::postgres
