// Which rows an event may fire where a case stands, and why the others may not. The one evaluator behind both
// executing and explaining.
#pragma once
#include <vector>

#include "engine/decision/decision.hpp"

namespace jalon {

// The rows of the event whose state is active and whose conditions on the case hold; of a frozen case only
// those the freezing state itself answers. Rows that only fire beside others are not among them.
std::vector<int> live_rows(Turn const& turn);

// Lets fire, per region, the first row whose guards hold, and the rows beside them; or says what blocks.
struct Evaluation {
  bool any_row = false;  // whether a row's conditions on the event's data hold
  std::vector<BlockedBy> blocked_by;
};
Evaluation admit_rows(Turn& turn, std::vector<int> const& live);

bool conditions_hold(Turn const& turn, RowModel const& row);
std::vector<BlockedBy> failed_guards(Turn const& turn, RowModel const& row);
bool admits(Turn const& turn, RowModel const& row);  // by role; the engine's own events need none

}  // namespace jalon
