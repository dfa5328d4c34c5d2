// How deadlines are counted: by the table's own rule, or by what the establishment set instead.
#pragma once
#include <set>

#include "engine/decision/decision.hpp"

namespace jalon {

// Occurrence `number` of a deadline for a state entered on `entered`; nothing when there is none.
std::optional<DueDate> count(Turn const& turn, DeadlineModel const& model, Date entered, int number);

// Begun anew on that day, by a reminder; `period` is the row's own.
DueDate count_anew(Turn const& turn, DeadlineModel const& model, Date on, Period period);

Roll roll_of(Turn const& turn, DeadlineModel const& model);

// A running date that would be another, counted from the same day under the settings of `around`.
struct DateChange {
  DeadlineRecord before;
  DueDate after;
};
// Of the deadlines named, those still running: what has passed stays as it is.
std::vector<DateChange> date_changes(Definition const& definition, Snapshot const& snapshot,
                                     std::set<std::string> const& deadlines, Surroundings const& around);

// « deadlines_recounted »: an entry of the engine that says the dates before and after. Nothing when no date
// changes.
std::optional<Move> recount(Definition const& definition, Snapshot const& before,
                            std::set<std::string> const& deadlines, Surroundings const& around);

// « session_changed »: an entry of the engine in a case that holds a seat, when its session's pre-reception
// was set, moved or taken away; the running dates that hang on it move with it. Nothing when the case knows.
std::optional<Move> see_session(Definition const& definition, Snapshot const& before,
                                Surroundings const& around);

}  // namespace jalon
