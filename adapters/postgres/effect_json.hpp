#pragma once

#include <optional>

#include "adapters/postgres/json_text.hpp"
#include "engine/model/effects.hpp"

namespace jalon::postgres {

/// What a decision causes, item by item, as the SQL function `record_entries` reads it (entry_json.hpp).
void write_date(JsonText& json, char const* name, std::optional<Date> const& date);
void write_deadline(JsonText& json, DeadlineRecord const& record);
void write_occurrence(JsonText& json, DeadlineRecord const& record);
void write_task(JsonText& json, TaskRecord const& task);
void write_task_id(JsonText& json, TaskRecord const& task);
void write_message(JsonText& json, MessageEffect const& message);
void write_transmission(JsonText& json, TransmissionEffect const& transmission);

}  // namespace jalon::postgres
