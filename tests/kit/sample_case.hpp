#pragma once

#include <functional>
#include <string>

#include "engine/ports/case_store.hpp"

namespace jalon::kit {

/// A UUID that no other call of this process gave.
std::string new_uuid();

Instant instant(std::string_view rfc3339);
Date date(std::string_view iso);

/// The establishment of an empty database.
inline constexpr char const* house = "espo";

/// An invented person's case of an invented workflow, not yet opened. No workflow needs to run for what
/// stores do.
Snapshot unopened_case();

DeadlineRecord sample_deadline(std::string const& id, std::string_view due, int number = 0);
TaskRecord sample_task(std::string const& kind, std::string const& source = "");
MessageEffect sample_message(std::string const& template_name, bool by_email = false);
TransmissionEffect sample_transmission(std::string const& code, bool queued = false);

/// The entry that an event would cause; `change` edits the move, whose snapshot is already one revision on.
using Change = std::function<void(Move&)>;
Entry sample_entry(Snapshot const& before, Change const& change = {},
                   std::string_view at = "2026-03-02T09:00:00Z");

/// Sets the deadline in the case and among the effects; the same for the other two.
void set_deadline(Move& move, DeadlineRecord const& record);
void open_task(Move& move, TaskRecord const& task);
void hold_seat(Move& move, std::optional<std::string> const& before, std::optional<std::string> const& after);

/// The passing of a deadline, as the engine would record it.
Entry passing_entry(Snapshot const& before, std::string const& deadline, int number, Instant now);

}  // namespace jalon::kit
