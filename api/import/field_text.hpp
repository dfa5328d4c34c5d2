#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/import/column.hpp"
#include "engine/calendar/date.hpp"

namespace jalon::csv {

// A real date written YYYY-MM-DD or DD/MM/YYYY; nullopt for anything else.
std::optional<Date> parse_french_or_iso_date(std::string const& text);

// True without control characters. Line breaks may stand in an address, and nowhere else.
bool is_clean(Column column, std::string_view text);

}  // namespace jalon::csv
