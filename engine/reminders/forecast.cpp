#include "engine/reminders/forecast.hpp"

#include <algorithm>

#include "engine/decision/decision.hpp"
#include "engine/runner/entry.hpp"

namespace jalon {

namespace {

Instant passes_at(DeadlineRecord const& record) {
  return paris_midnight(plus_days(record.date.due, 1));
}

DeadlineRecord const* first_to_pass(Snapshot const& snapshot, Instant until) {
  DeadlineRecord const* first = nullptr;
  for (auto const& record : snapshot.deadlines) {
    if (record.passed || record.frozen || passes_at(record) > until) continue;
    if (!first || std::tie(record.date.due, record.id, record.number) <
                      std::tie(first->date.due, first->id, first->number))
      first = &record;
  }
  return first;
}

}  // namespace

std::optional<Snapshot> Forecast::after_the_first(Definition const& definition, Snapshot const& snapshot,
                                                  Instant until) const {
  static Actor const engine{"engine", {}, {}};
  auto const* record = first_to_pass(snapshot, until);
  if (!record) return std::nullopt;
  auto const at = std::max(passes_at(*record), state_.now);
  auto const around = surroundings_under(settings_, at, engine, {});
  auto move = pass_deadline(definition, snapshot, record->id, record->number, around);
  return move ? std::optional(std::move(move->after)) : std::nullopt;
}

void Forecast::let_pass(Definition const& definition, Snapshot& snapshot, Instant until) const {
  while (auto after = after_the_first(definition, snapshot, until)) snapshot = std::move(*after);
}

std::vector<WorkItem> Forecast::work_of_case(Snapshot& snapshot, Date day) const {
  try {
    auto const& definition = definition_of(pathways_.definitions, snapshot);
    let_pass(definition, snapshot, instant_of(day, state_.hours.morning));
    return work_of(definition, reminders_of(pathways_.reminders, snapshot.workflow), snapshot, day);
  } catch (UnknownPlace const&) {  // of a pathway that this program does not know: it stays in the lists
    return {};
  }
}

DayOfDigests Forecast::on(Date day) {
  if (!settings_.calendar.is_opening_day(day)) return {day, {}, {}};
  std::vector<WorkItem> work;
  for (auto& snapshot : facts_.cases)
    for (auto& item : work_of_case(snapshot, day)) work.push_back(std::move(item));
  return digests_of_day(work, Team(facts_.staff, facts_.absences), day);
}

}  // namespace jalon
