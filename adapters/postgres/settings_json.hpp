#pragma once

#include <string>

#include "engine/json/json.hpp"
#include "engine/ports/settings.hpp"
#include "engine/reminders/reminder_facts.hpp"

namespace jalon::postgres {

/// `calendar`: {"region": "metropole" | "alsace-moselle", "closures": [{"first", "last", "reason"}]}, both
/// optional. Throws std::invalid_argument with a French message.
OpeningCalendar read_calendar_setting(Json const& value);

/// `reasons`: the codes of TRE_R358 reported by default: {"renounced", "not_retained", "no_show",
/// "transferred"}, each optional. Throws std::invalid_argument with a French message.
ReasonSettings read_reason_settings(Json const& value);

/// `reminders`: when e-mails to the staff may leave: {"morning": "07:30", "evening": "18:00"}, each optional;
/// the morning from 05:00 to 12:00, the evening after it and until 21:00. Throws std::invalid_argument with a
/// French message.
ReminderHours read_reminder_setting(Json const& value);

/// Refuses a value of a setting that decisions read and could not be read again; other names take anything.
void check_setting(std::string const& name, Json const& value);

}  // namespace jalon::postgres
