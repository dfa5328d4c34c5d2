#include "engine/simulation/simulated_store.hpp"

#include <algorithm>
#include <cstdio>

namespace jalon {

namespace {
std::string answer_name(std::string const& caller, std::string const& key) {
  return caller + "\n" + key;
}

template <class Map>
std::optional<typename Map::mapped_type> find(Map const& map, std::optional<std::string> const& id) {
  auto const found = id ? map.find(*id) : map.end();
  return found == map.end() ? std::nullopt : std::optional(found->second);
}
}  // namespace

SimulatedStore::SimulatedStore(Instant now, Settings settings)
    : now_(now), settings_(std::make_shared<Settings const>(std::move(settings))) {}

Loaded SimulatedStore::load(LoadRequest const& request) {
  Loaded loaded;
  loaded.now = now_;
  loaded.facts.session = find(sessions_, request.session);
  loaded.facts.committee = find(committees_, request.committee);
  loaded.facts.other_case_exists = request.other_case && cases_.contains(*request.other_case);
  loaded.facts.account_exists = request.account && accounts_.contains(*request.account);
  if (request.caller && request.key)
    loaded.first_answer = find(answers_, answer_name(*request.caller, *request.key));
  auto const found = cases_.find(request.case_id);
  if (found == cases_.end()) return loaded;
  loaded.snapshot = found->second.current;
  if (request.back_to && *request.back_to >= 1 && *request.back_to <= int(found->second.entries.size()))
    loaded.then = found->second.entries[std::size_t(*request.back_to) - 1].after;
  return loaded;
}

bool SimulatedStore::move_seat(Move const& move) {
  if (move.seat_before == move.seat_after) return true;
  if (move.seat_after) {
    auto& session = sessions_.at(*move.seat_after);
    if (session.taken >= session.capacity) return false;
    ++session.taken;
  }
  if (move.seat_before) --sessions_.at(*move.seat_before).taken;
  return true;
}

Recorded SimulatedStore::record_one(Entry& entry) {
  auto& move = entry.move;
  auto const found = cases_.find(move.after.id);
  int const revision = found == cases_.end() ? 0 : found->second.current.revision;
  bool const key_is_taken = entry.key && answers_.contains(answer_name(entry.actor, *entry.key));
  if (revision != entry.expected_revision || key_is_taken) return Recorded::conflict;
  if (!move_seat(move)) return Recorded::seat_taken;
  if (entry.expected_revision == 0) {
    int const year = int(paris_date(entry.at).year());
    char reference[32];
    std::snprintf(reference, sizeof reference, "%04d-%04d", year, ++references_[year]);
    move.after.reference = reference;
  }
  auto& recorded = cases_[move.after.id];
  recorded.current = move.after;
  Snapshot after = move.after;
  recorded.entries.push_back({move.after.revision, entry.at, move.occurred_on, move.event, move.data,
                              entry.facts, std::move(after)});
  commands_.insert(entry.command_id);
  if (entry.key)
    answers_[answer_name(entry.actor, *entry.key)] = {entry.body_hash.value_or(""), entry.answer};
  return Recorded::yes;
}

std::vector<Recorded> SimulatedStore::record(std::vector<Entry>& entries) {
  std::vector<Recorded> outcomes;
  for (auto& entry : entries) outcomes.push_back(record_one(entry));
  return outcomes;
}

bool SimulatedStore::was_recorded(std::string const&, std::string const& command_id) {
  return commands_.contains(command_id);
}

std::vector<SimulatedStore::Claim> SimulatedStore::claim(std::size_t limit) const {
  std::vector<Claim> claims;
  for (auto const& [id, recorded] : cases_) {
    Claim const* earliest = nullptr;
    for (auto const& record : recorded.current.deadlines) {
      Instant const fires_at = paris_midnight(plus_days(record.date.due, 1));
      if (record.passed || record.frozen || (earliest && earliest->fires_at <= fires_at)) continue;
      if (earliest) claims.pop_back();
      claims.push_back({id, record.id, record.number, fires_at});
      earliest = &claims.back();
    }
  }
  std::sort(claims.begin(), claims.end(), [](auto const& one, auto const& other) {
    return std::tie(one.fires_at, one.case_id) < std::tie(other.fires_at, other.case_id);
  });
  claims.resize(std::min(claims.size(), limit));
  return claims;
}

std::size_t SimulatedStore::fire_due(Portion portion, Decide const& decide) {
  std::vector<DueDeadline> due;
  for (auto const& each : claim(portion.limit))
    if (each.fires_at <= now_)
      due.push_back({"", 0, cases_.at(each.case_id).current, each.deadline, each.number, each.fires_at});
  if (due.empty()) return 0;
  auto entries = decide(now_, due);
  record(entries);
  return entries.size();
}

DueWork::Next SimulatedStore::next_due() {
  auto const first = claim(1);
  return {now_, first.empty() ? std::nullopt : std::optional(first.front().fires_at)};
}

}  // namespace jalon
