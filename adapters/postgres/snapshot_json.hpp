#pragma once

#include "engine/calendar/instant.hpp"
#include "engine/json/json.hpp"
#include "engine/model/snapshot.hpp"

namespace jalon::postgres {

/// A case as the view `case_snapshot` and the function `snapshot_after` give it. Throws std::runtime_error,
/// naming the field and none of its content, when a stored value is not what this program understands.
Snapshot read_snapshot(Json const& json);

/// The same of what history keeps after an entry: all but the person and what names the case.
Snapshot read_after(Json const& json);

/// A task as both give it.
TaskRecord read_task(Json const& json);

/// The day under that name; nothing when it is null or absent.
std::optional<Date> read_optional_date(Json const& json, char const* name);
Date read_date(Json const& json, char const* name);

/// Microseconds since 1970, as `epoch_us` gives them.
Instant instant_of_us(std::int64_t microseconds);

}  // namespace jalon::postgres
