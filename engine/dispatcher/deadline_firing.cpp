#include "engine/dispatcher/deadline_firing.hpp"

#include "engine/runner/entry.hpp"

namespace jalon {

DeadlineFiring::DeadlineFiring(DueWork& work, SettingsSource& settings,
                               std::vector<Definition> const& definitions,
                               std::function<std::string()> new_identifier)
    : work_(work),
      settings_(settings),
      definitions_(definitions),
      new_identifier_(std::move(new_identifier)) {}

std::vector<Fired> DeadlineFiring::fire_all(std::size_t batch) {
  std::vector<Fired> fired, of_batch;
  auto const decide = [&](Instant now, std::vector<DueDeadline> const& claimed) {
    std::vector<Entry> entries;
    of_batch.clear();
    for (auto const& due : claimed) {
      auto entry = decide_one(now, due);
      if (!entry) continue;
      of_batch.push_back({due.snapshot.id, due.deadline, due.fires_at});
      entries.push_back(std::move(*entry));
    }
    return entries;
  };
  while (work_.fire_due(batch, decide) > 0) fired.insert(fired.end(), of_batch.begin(), of_batch.end());
  return fired;
}

// Nothing when this program cannot decide it: the store puts it off and it stays in sight, the others go on.
std::optional<Entry> DeadlineFiring::decide_one(Instant now, DueDeadline const& due) const {
  static Actor const engine{"engine", {}, {}};
  auto const settings = settings_.settings(due.establishment, due.settings_revision);
  auto const* known = find_definition(definitions_, due.snapshot);
  if (!known) return std::nullopt;
  auto const& definition = *known;
  Surroundings const around{now, paris_date(now), settings->calendar, settings->reasons, engine, {}};
  auto move = pass_deadline(definition, due.snapshot, due.deadline, due.number, around);
  if (!move) return std::nullopt;
  return make_entry(definition, due.snapshot, std::move(*move), around, due.establishment, new_identifier_());
}

}  // namespace jalon
