// « Pourquoi pas ? »: what can be done where a case stands.
#include <algorithm>

#include "engine/decision/decision.hpp"
#include "engine/decision/evaluation.hpp"
#include "engine/decision/step.hpp"

namespace jalon {

namespace {

BlockedBy blocked_by_role(RoleSet roles) {
  std::string names;
  for (auto const& name : roles.names())
    names += (names.empty() ? "" : ", ") + std::string(french_name_of(*parse_role(name)));
  return {"role", "revient à : " + names};
}

// Enabled when some row the actor's role admits has nothing in its way; else the fewest reasons are shown.
void explain(Turn const& turn, std::vector<int> const& live, PossibleAction& action) {
  std::optional<std::vector<BlockedBy>> least;
  for (int number : live) {
    auto const& row = turn.definition.rows[std::size_t(number)];
    action.roles = action.roles | row.roles;
    if (!admits(turn, row)) continue;
    auto failed = failed_guards(turn, row);
    if (!least || failed.size() < least->size()) least = std::move(failed);
  }
  action.enabled = least && least->empty();
  if (!least)
    action.blocked_by = {blocked_by_role(action.roles)};
  else
    action.blocked_by = std::move(*least);
}

}  // namespace

std::vector<PossibleAction> possible_actions(Definition const& definition, Snapshot const& snapshot,
                                             Surroundings const& around) {
  Step step(definition, snapshot, around, around.today);
  std::vector<PossibleAction> actions;
  for (std::size_t i = 0; i < definition.events.size(); ++i) {
    if (definition.events[i].of_engine || definition.events[i].opening) continue;
    step.set_event(int(i), nullptr);
    auto const live = live_rows(step.turn());
    if (live.empty()) continue;
    PossibleAction action;
    action.event = int(i);
    explain(step.turn(), live, action);
    actions.push_back(std::move(action));
  }
  return actions;
}

}  // namespace jalon
