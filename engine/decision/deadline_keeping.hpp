// Which deadlines a case has after a turn: those of the states it entered begin, those of the states it left
// are dropped, those of a suspended case wait and move.
#pragma once
#include "engine/model/definition.hpp"
#include "engine/model/turn.hpp"

namespace jalon {

// Brings `after.deadlines` up to date once the turn's places and days of entry stand in `after`; `places` are
// those after the turn.
void keep_deadlines(Turn& turn, Places const& places, Snapshot& after);

// Marks an occurrence as passed, opens its owner's task and lets the next occurrence begin.
void record_passing(Turn& turn, std::size_t position, Snapshot& after);

// « deadline:file_return »: what ties a task to its deadline.
std::string task_source_of(DeadlineRecord const& record);

}  // namespace jalon
