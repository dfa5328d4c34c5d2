// The settings that decisions and reminders read, from the JSON they are kept as. Each throws
// std::invalid_argument with a French message.
#pragma once

#include <string>

#include "engine/json/json.hpp"
#include "engine/ports/settings.hpp"
#include "engine/reminders/reminder_facts.hpp"

namespace jalon {

// `calendar`: {"region": "metropole" | "alsace-moselle", "closures": [{"first", "last", "reason"}]}, both
// optional.
OpeningCalendar read_calendar_setting(Json const& value);

// `reasons`: the codes of TRE_R358 reported by default: {"renounced", "not_retained", "no_show",
// "transferred"}, each optional.
ReasonSettings read_reason_settings(Json const& value);

// `policy`: {"deadlines": {"file_return": {"period": "P45D", "roll": "next_opening_day", "after_reminder":
// "P21D"}}, "required_documents": ["social_sheet"], "group_size": 12}, each optional. Whether a workflow has
// these deadlines and documents: policy_check.hpp.
Policy read_policy_setting(Json const& value);

// `reminders`: when e-mails to the staff may leave: {"morning": "07:30", "evening": "18:00"}, each optional;
// the morning from 05:00 to 12:00, the evening after it and until 21:00.
ReminderHours read_reminder_setting(Json const& value);

// Refuses a value of a setting that could not be read again; other names take anything.
void check_setting(std::string const& name, Json const& value);

// What decisions are made under: these settings take up that value. Null is « as shipped »; other names
// change nothing.
bool is_read_by_decisions(std::string const& name);
void take_up(Settings& settings, std::string const& name, Json const& value);

}  // namespace jalon
