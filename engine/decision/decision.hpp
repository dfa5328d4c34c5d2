// The pure step: (definition, case, command, surroundings) → a move with its effects, or a refusal with every
// reason. No clock, no I/O, no randomness: the same input always gives the same answer, so histories replay.
// Nothing given is changed; a refused command leaves no trace.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/definition.hpp"
#include "engine/model/effects.hpp"
#include "engine/model/snapshot.hpp"
#include "engine/model/surroundings.hpp"

namespace jalon {

struct Command {
  std::string event;
  Json data = Json::object();
  std::optional<Date> occurred_on;       // today when absent; the anchor of what the event starts
  std::optional<int> expected_revision;  // what the caller has seen (If-Match)
  FieldErrors errors;                    // what the door already found wrong; refused in its turn
};

struct BlockedBy {
  std::string guard, message;
};

// Why nothing happened. The kinds are those of the contract, in the order in which they are looked for.
struct Refusal {
  enum class Kind { role_not_allowed, stale, not_allowed_here, invalid_data, refused };
  Kind kind{};
  std::string message;  // French
  FieldErrors errors;
  std::vector<BlockedBy> blocked_by;
};

// What happened: the case as it is now, and all that it causes. Recorded in one commit, or not at all.
struct Move {
  std::string event;
  Json data = Json::object();
  Date occurred_on;
  Snapshot after;
  Effects effects;
  std::optional<std::string> seat_before, seat_after;  // sessions in which the case holds a seat
  std::vector<std::string> rows;                       // the rows that fired
};

using Decision = std::variant<Move, Refusal>;

// A person's command. A case not yet opened (revision 0) takes only the opening event.
Decision decide(Definition const& definition, Snapshot const& before, Command const& command,
                Surroundings const& around);

// The passing of a deadline: recorded once, opens its owner's task, and moves the case only where the table
// says so. Nothing when it has passed already, is frozen or is no longer there.
std::optional<Move> pass_deadline(Definition const& definition, Snapshot const& before,
                                  std::string const& deadline, int number, Surroundings const& around);

// Takes the case back to what it was after an earlier entry, by a further entry with a reason. What was sent
// is not unsent: a task asks somebody to look at it.
Decision correct(Definition const& definition, Snapshot const& before, Snapshot const& then, int back_to,
                 std::string const& reason, Surroundings const& around);

// Corrects the person's data, or the validity and number of the decision.
Decision amend(Definition const& definition, Snapshot const& before, Json const& patch,
               Surroundings const& around);

// « Pourquoi pas ? »: every event that has a row where the case stands, and what is in its way for this
// actor.
struct PossibleAction {
  int event = -1;
  RoleSet roles;
  bool enabled = false;
  std::vector<BlockedBy> blocked_by;
};
std::vector<PossibleAction> possible_actions(Definition const& definition, Snapshot const& snapshot,
                                             Surroundings const& around);

// Region → state, as the outside sees it: active, and not hidden.
std::map<std::string, std::string> visible_states(Definition const& definition, Snapshot const& snapshot);
bool is_closed(Definition const& definition, Snapshot const& snapshot);

}  // namespace jalon
