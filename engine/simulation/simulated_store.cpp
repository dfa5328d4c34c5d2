#include "engine/simulation/simulated_store.hpp"

#include <algorithm>
#include <cstdio>

#include "engine/simulation/kept_case.hpp"

namespace jalon {

namespace {
template <class Map>
std::optional<typename Map::mapped_type> find(Map const& map, std::optional<std::string> const& id) {
  auto const found = id ? map.find(*id) : map.end();
  return found == map.end() ? std::nullopt : std::optional(found->second);
}
}  // namespace

// The cases of a batch while they are decided: nobody else claims their deadlines.
class SimulatedStore::Hold {
 public:
  Hold(SimulatedStore& store, std::vector<DueDeadline> const& due) : store_(store), due_(due) {}
  Hold(Hold const&) = delete;
  Hold& operator=(Hold const&) = delete;
  ~Hold() {
    std::lock_guard const lock(store_.mutex_);
    for (auto const& each : due_) store_.held_.erase(each.snapshot.id);
  }

 private:
  SimulatedStore& store_;
  std::vector<DueDeadline> const& due_;
};

SimulatedStore::SimulatedStore(Instant now, Settings settings)
    : now_(now), settings_(std::make_shared<Settings const>(std::move(settings))) {}

void SimulatedStore::set_now(Instant now) {
  std::lock_guard const lock(mutex_);
  now_ = now;
  put_off_.clear();
}

RecordedCase const* SimulatedStore::find_case(std::string const& establishment, std::string const& id) const {
  auto const house = establishment_of_.find(id);
  return house == establishment_of_.end() || house->second != establishment ? nullptr : &cases_.at(id);
}

Loaded SimulatedStore::load(LoadRequest const& request) {
  std::lock_guard const lock(mutex_);
  Loaded loaded;
  loaded.now = now_;
  loaded.facts.session = find(sessions_, request.session);
  loaded.facts.committee = find(committees_, request.committee);
  loaded.facts.other_case_exists =
      request.other_case && find_case(request.establishment, *request.other_case) != nullptr;
  loaded.facts.account_exists = request.account && accounts_.contains(*request.account);
  if (request.caller && request.key) {
    auto const answer = answers_.find({request.establishment, *request.caller, *request.key});
    if (answer != answers_.end()) loaded.first_answer = answer->second;
  }
  auto const* found = find_case(request.establishment, request.case_id);
  if (!found) return loaded;
  loaded.snapshot = found->current;
  if (request.back_to && *request.back_to >= 1 && *request.back_to <= int(found->entries.size()))
    loaded.then = found->entries[std::size_t(*request.back_to) - 1].after;
  return loaded;
}

bool SimulatedStore::is_taken(Entry const& entry) const {
  return commands_.contains(entry.command_id) || given_up_.contains(entry.command_id) ||
         (entry.key && answers_.contains({entry.establishment, entry.actor, *entry.key}));
}

// A seat that is freed counts for others from the next batch on.
bool SimulatedStore::take_seat(Move const& move, std::vector<std::string>& freed_seats) {
  if (move.seat_before == move.seat_after) return true;
  if (move.seat_after) {
    auto& session = sessions_.at(*move.seat_after);
    if (session.taken >= session.capacity) return false;
    ++session.taken;
  }
  if (move.seat_before) freed_seats.push_back(*move.seat_before);
  return true;
}

void SimulatedStore::give_reference(Entry& entry) {
  int const year = int(paris_date(entry.at).year());
  char reference[32];
  std::snprintf(reference, sizeof reference, "%04d-%04d", year, ++references_[{entry.establishment, year}]);
  entry.move.after.reference = reference;
}

Recorded SimulatedStore::record_one(Entry& entry, std::vector<std::string>& freed_seats) {
  auto& move = entry.move;
  auto const found = cases_.find(move.after.id);
  int const revision = found == cases_.end() ? 0 : found->second.current.revision;
  if (revision != entry.expected_revision || is_taken(entry)) return Recorded::conflict;
  if (!take_seat(move, freed_seats)) return Recorded::seat_taken;
  if (entry.expected_revision == 0) give_reference(entry);
  for (auto const& record : move.effects.deadlines_set)
    put_off_.erase({move.after.id, record.id, record.number});
  establishment_of_[move.after.id] = entry.establishment;
  keep_entry(entry, cases_[move.after.id]);
  commands_.insert(entry.command_id);
  if (entry.key)
    answers_[{entry.establishment, entry.actor, *entry.key}] = {entry.body_hash.value_or(""), entry.answer};
  return Recorded::yes;
}

std::vector<Recorded> SimulatedStore::record_all(std::vector<Entry>& entries) {
  std::vector<Recorded> outcomes;
  std::vector<std::string> freed_seats;
  for (auto& entry : entries) outcomes.push_back(record_one(entry, freed_seats));
  for (auto const& session : freed_seats) --sessions_.at(session).taken;
  return outcomes;
}

std::vector<Recorded> SimulatedStore::record(std::vector<Entry>& entries) {
  std::lock_guard const lock(mutex_);
  return record_all(entries);
}

bool SimulatedStore::was_recorded(std::string const&, std::string const& command_id) {
  std::lock_guard const lock(mutex_);
  if (commands_.contains(command_id)) return true;
  given_up_.insert(command_id);
  return false;
}

// The earliest of each case that nobody holds, in the order in which they fall due.
std::vector<DueDeadline> SimulatedStore::claim(std::size_t limit, Instant until) {
  std::vector<DueDeadline> claims;
  for (auto const& [id, recorded] : cases_) {
    if (held_.contains(id)) continue;
    std::optional<std::tuple<Instant, std::string, int>> earliest;
    for (auto const& record : recorded.current.deadlines) {
      Instant const fires_at = paris_midnight(plus_days(record.date.due, 1));
      if (record.passed || record.frozen || fires_at > until) continue;
      if (put_off_.contains({id, record.id, record.number})) continue;
      std::tuple const candidate(fires_at, record.id, record.number);
      if (!earliest || candidate < *earliest) earliest = candidate;
    }
    if (!earliest) continue;
    auto const& [fires_at, deadline, number] = *earliest;
    claims.push_back({establishment_of_.at(id), 0, recorded.current, deadline, number, fires_at});
  }
  std::sort(claims.begin(), claims.end(), [](auto const& one, auto const& other) {
    return std::tie(one.fires_at, one.establishment, one.snapshot.id) <
           std::tie(other.fires_at, other.establishment, other.snapshot.id);
  });
  if (claims.size() > limit) claims.resize(limit);
  return claims;
}

void SimulatedStore::put_off(std::vector<DueDeadline> const& due, std::vector<Entry> const& decided) {
  for (auto const& each : due)
    if (std::none_of(decided.begin(), decided.end(),
                     [&](Entry const& entry) { return entry.move.after.id == each.snapshot.id; }))
      put_off_.insert({each.snapshot.id, each.deadline, each.number});
}

std::size_t SimulatedStore::fire_due(Portion portion, Decide const& decide) {
  std::unique_lock lock(mutex_);
  auto const due = claim(portion.limit, now_);
  if (due.empty()) return 0;
  for (auto const& each : due) held_.insert(each.snapshot.id);
  Instant const now = now_;
  lock.unlock();
  Hold const hold(*this, due);
  auto entries = decide(now, due);
  std::lock_guard const writing(mutex_);
  put_off(due, entries);
  record_all(entries);
  return due.size();
}

DueWork::Next SimulatedStore::next_due() {
  std::lock_guard const lock(mutex_);
  auto const first = claim(1, Instant::max());
  return {now_, first.empty() ? std::nullopt : std::optional(first.front().fires_at)};
}

}  // namespace jalon
