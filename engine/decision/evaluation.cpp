#include "engine/decision/evaluation.hpp"

#include <algorithm>

namespace jalon {

namespace {
StateModel const& source_of(Turn const& turn, RowModel const& row) {
  return turn.definition.states[std::size_t(row.source)];
}

bool is_answered_by_frozen_state(Turn const& turn, EventModel const& event) {
  return std::any_of(event.rows.begin(), event.rows.end(), [&](int number) {
    auto const& row = turn.definition.rows[std::size_t(number)];
    return source_of(turn, row).interrupting && turn.definition.is_active(turn.places_before, row.source) &&
           conditions_hold(turn, row);
  });
}

bool is_live(Turn const& turn, RowModel const& row) {
  return turn.definition.is_active(turn.places_before, row.source) && conditions_hold(turn, row);
}

// The rows of one region compete; those of different regions do not.
bool is_first_to_fire_in_region(Turn const& turn, RowModel const& row) {
  auto const& states = turn.definition.states;
  for (std::size_t i = 0; i < turn.admitted.size(); ++i)
    if (turn.admitted[i] &&
        states[std::size_t(turn.definition.rows[i].source)].region == source_of(turn, row).region)
      return false;
  return true;
}
}  // namespace

bool conditions_hold(Turn const& turn, RowModel const& row) {
  return std::all_of(row.conditions.begin(), row.conditions.end(), [&](ConditionModel const& condition) {
    return (condition.reads_event && !turn.event_data) || condition.holds(turn);
  });
}

bool admits(Turn const& turn, RowModel const& row) {
  return turn.definition.events[std::size_t(turn.event)].of_engine ||
         row.roles.meets(turn.around.actor.roles);
}

namespace {
std::string reason_of(GuardModel const& guard, Turn const& turn) {
  std::string reason(guard.reason);
  auto const detail = guard.detail ? guard.detail(turn) : std::string();
  return detail.empty() ? reason : reason + " : " + detail;
}
}  // namespace

std::vector<BlockedBy> failed_guards(Turn const& turn, RowModel const& row) {
  std::vector<BlockedBy> failed;
  for (auto const& guard : row.guards)
    if (!(guard.reads_event && !turn.event_data) && !guard.holds(turn))
      failed.push_back({std::string(guard.id), reason_of(guard, turn)});
  return failed;
}

std::vector<int> live_rows(Turn const& turn) {
  auto const& definition = turn.definition;
  auto const& event = definition.events[std::size_t(turn.event)];
  if (definition.has_active(turn.places_before, &StateModel::terminal)) return {};
  if (definition.has_active(turn.places_before, &StateModel::interrupting) &&
      !is_answered_by_frozen_state(turn, event))
    return {};
  std::vector<int> live;
  for (int number : event.rows) {
    auto const& row = definition.rows[std::size_t(number)];
    if (!row.alongside && is_live(turn, row)) live.push_back(number);
  }
  return live;
}

Evaluation admit_rows(Turn& turn, std::vector<int> const& live) {
  auto const& definition = turn.definition;
  Evaluation evaluation;
  turn.admitted.assign(definition.rows.size(), 0);
  std::vector<std::pair<int, std::vector<BlockedBy>>> blocked;  // region → what failed there
  for (int number : live) {
    auto const& row = definition.rows[std::size_t(number)];
    if (!conditions_hold(turn, row) || !admits(turn, row)) continue;
    evaluation.any_row = true;
    if (!is_first_to_fire_in_region(turn, row)) continue;
    auto failed = failed_guards(turn, row);
    if (failed.empty())
      turn.admitted[std::size_t(number)] = 1;
    else
      blocked.emplace_back(source_of(turn, row).region, std::move(failed));
  }
  for (auto& [region, failed] : blocked) {
    bool const another_fires = std::any_of(live.begin(), live.end(), [&, r = region](int number) {
      auto const& row = definition.rows[std::size_t(number)];
      return turn.admitted[std::size_t(number)] && source_of(turn, row).region == r;
    });
    if (!another_fires)
      evaluation.blocked_by.insert(evaluation.blocked_by.end(), failed.begin(), failed.end());
  }
  if (!evaluation.blocked_by.empty()) return evaluation;
  for (int number : definition.events[std::size_t(turn.event)].rows) {
    auto const& row = definition.rows[std::size_t(number)];
    if (row.alongside && is_live(turn, row) && failed_guards(turn, row).empty() &&
        is_first_to_fire_in_region(turn, row))
      turn.admitted[std::size_t(number)] = 1;
  }
  return evaluation;
}

}  // namespace jalon
