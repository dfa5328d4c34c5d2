#include "engine/reminders/forecast.hpp"

#include <algorithm>

#include "engine/decision/counting.hpp"
#include "engine/runner/entry.hpp"

namespace jalon {

namespace {

Actor const engine{"engine", {}, {}};

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

Forecast::Forecast(Pathways const& pathways, std::vector<SettingsFrom> settings, MorningState const& state,
                   ReminderFacts facts)
    : pathways_(pathways), settings_(std::move(settings)), state_(state), roster_(std::move(facts)) {
  for (auto& snapshot : facts.cases) cases_.push_back({std::move(snapshot)});
}

std::optional<Snapshot> Forecast::after_the_first(Definition const& definition, Living const& living,
                                                  Instant until) const {
  auto const* record = first_to_pass(living.snapshot, until);
  if (!record) return std::nullopt;
  auto const at = std::max(passes_at(*record), state_.now);
  auto const around = surroundings_under(settings_[living.under].settings, at, engine, {});
  auto move = pass_deadline(definition, living.snapshot, record->id, record->number, around);
  return move ? std::optional(std::move(move->after)) : std::nullopt;
}

void Forecast::let_pass(Definition const& definition, Living& living, Instant until) const {
  while (auto after = after_the_first(definition, living, until)) living.snapshot = std::move(*after);
}

void Forecast::take_up_next(Definition const& definition, Living& living) const {
  auto const& next = settings_[++living.under];
  auto const at = std::max(paris_midnight(next.day), state_.now);
  auto const around = surroundings_under(next.settings, at, engine, {});
  if (auto move = recount(definition, living.snapshot, next.restarted, around))
    living.snapshot = std::move(move->after);
}

// What takes effect with a day comes before the deadlines that pass at its first moment.
void Forecast::live_until(Definition const& definition, Living& living, Instant until) const {
  while (living.under + 1 < settings_.size() && paris_midnight(settings_[living.under + 1].day) <= until) {
    let_pass(definition, living, paris_midnight(settings_[living.under + 1].day) - Instant::duration(1));
    take_up_next(definition, living);
  }
  let_pass(definition, living, until);
}

std::vector<WorkItem> Forecast::work_of_case(Living& living, Date day) const {
  auto& snapshot = living.snapshot;
  try {
    auto const& definition = definition_of(pathways_.definitions, snapshot);
    live_until(definition, living, instant_of(day, state_.hours.morning));
    return work_of(definition, reminders_of(pathways_.reminders, snapshot.workflow), snapshot, day);
  } catch (UnknownPlace const&) {  // of a pathway that this program does not know: it stays in the lists
    return {};
  }
}

OpeningCalendar const& Forecast::calendar_on(Date day) const {
  auto const later = std::find_if(settings_.begin() + 1, settings_.end(),
                                  [&](SettingsFrom const& from) { return from.day > day; });
  return std::prev(later)->settings.calendar;
}

DayOfDigests Forecast::on(Date day) {
  if (!calendar_on(day).is_opening_day(day)) return {day, {}, {}};
  std::vector<WorkItem> work;
  for (auto& living : cases_)
    for (auto& item : work_of_case(living, day)) work.push_back(std::move(item));
  return digests_of_day(work, Team(roster_.staff, roster_.absences), day);
}

}  // namespace jalon
