#pragma once

#include <string>

#include "engine/json/json.hpp"
#include "engine/ports/settings.hpp"

namespace jalon::postgres {

/// `calendar`: {"region": "metropole" | "alsace-moselle", "closures": [{"first", "last", "reason"}]}, both
/// optional. Throws std::invalid_argument with a French message.
OpeningCalendar read_calendar_setting(Json const& value);

/// `reasons`: the codes of TRE_R358 reported by default: {"renounced", "not_retained", "no_show",
/// "transferred"}, each optional. Throws std::invalid_argument with a French message.
ReasonSettings read_reason_settings(Json const& value);

/// Refuses a value of a setting that decisions read and could not be read again; other names take anything.
void check_setting(std::string const& name, Json const& value);

}  // namespace jalon::postgres
