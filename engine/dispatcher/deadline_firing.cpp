#include "engine/dispatcher/deadline_firing.hpp"

#include <algorithm>
#include <future>

#include "engine/ports/establishment_scope.hpp"
#include "engine/runner/entry.hpp"

namespace jalon {

DeadlineFiring::DeadlineFiring(DueWork& work, SettingsSource& settings,
                               std::vector<Definition> const& definitions,
                               std::function<std::string()> new_identifier, std::size_t at_once)
    : work_(work),
      settings_(settings),
      definitions_(definitions),
      new_identifier_(std::move(new_identifier)),
      at_once_(at_once) {}

// A small batch goes first: only a burst is worth several at a time, and it should not wait long for them.
std::vector<Fired> DeadlineFiring::fire_all(std::size_t batch) {
  std::vector<Fired> fired;
  std::size_t const first = std::max<std::size_t>(1, batch / 10);
  if (fire_batch({first}, fired) == first && at_once_ > 1) fire_together(batch, fired);
  fire_the_rest({batch}, fired);
  return fired;
}

void DeadlineFiring::fire_the_rest(Portion portion, std::vector<Fired>& fired) {
  while (fire_batch(portion, fired) > 0) {
  }
}

void DeadlineFiring::fire_together(std::size_t batch, std::vector<Fired>& fired) {
  std::vector<std::future<std::vector<Fired>>> others;
  for (std::size_t part = 1; part < at_once_; ++part)
    others.push_back(std::async(std::launch::async, [this, batch, part] {
      std::vector<Fired> of_other;
      fire_the_rest({batch, part, at_once_}, of_other);
      return of_other;
    }));
  fire_the_rest({batch, 0, at_once_}, fired);
  for (auto& other : others)
    for (auto& each : other.get()) fired.push_back(std::move(each));
  std::stable_sort(fired.begin(), fired.end(),
                   [](Fired const& one, Fired const& next) { return one.at < next.at; });
}

std::size_t DeadlineFiring::fire_batch(Portion portion, std::vector<Fired>& fired) {
  std::vector<Fired> of_batch;
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
  auto const claimed = work_.fire_due(portion, decide);
  if (claimed > 0) fired.insert(fired.end(), of_batch.begin(), of_batch.end());
  return claimed;
}

// Nothing when this program cannot decide it: the store puts it off and it stays in sight, the others go on.
std::optional<Entry> DeadlineFiring::decide_one(Instant now, DueDeadline const& due) const {
  static Actor const engine{"engine", {}, {}};
  EstablishmentScope const scope(due.establishment);
  auto const settings = settings_.settings(due.establishment, due.settings_revision);
  auto const around = surroundings_under(*settings, now, engine, {});
  try {
    auto const& definition = definition_of(definitions_, due.snapshot);
    auto move = pass_deadline(definition, due.snapshot, due.deadline, due.number, around);
    if (!move) return std::nullopt;
    return make_entry(definition, due.snapshot, std::move(*move), around, due.establishment,
                      new_identifier_());
  } catch (UnknownPlace const&) {
    return std::nullopt;
  }
}

}  // namespace jalon
