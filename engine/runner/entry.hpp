// From a move to what is recorded of it, and from a command to what has to be read for it.
#pragma once
#include <functional>

#include "engine/decision/decision.hpp"
#include "engine/ports/case_store.hpp"

namespace jalon {

Entry make_entry(Definition const& definition, Snapshot const& before, Move move, Surroundings const& around,
                 std::string establishment, std::string command_id);

// The sessions, committees, cases and accounts the command's data point to.
void add_references(Definition const& definition, Command const& command, LoadRequest& wanted);

// The session and the committee that a case knew then: going back to it asks whether they are as they were.
void add_plans(Definition const& definition, Snapshot const& then, LoadRequest& wanted);
std::optional<Refusal> refuse_changed_plans(Definition const& definition, Snapshot const& then,
                                            Facts const& facts);

// What a dry run shows: the case as it would be, and what that would cause.
Json trial_answer(std::function<Json(Definition const&, Snapshot const&, Surroundings const&)> const& present,
                  Definition const& definition, Move const& move, Surroundings const& around);

// Throws UnknownPlace when the program does not have the version a case was opened with.
Definition const& definition_of(std::vector<Definition> const& definitions, Snapshot const& snapshot);

}  // namespace jalon
