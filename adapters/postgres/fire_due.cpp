// The part of the store that lets deadlines pass.
#include <set>

#include "adapters/postgres/entry_json.hpp"
#include "adapters/postgres/loaded_json.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/snapshot_json.hpp"
#include "adapters/postgres/store.hpp"

namespace jalon::postgres {
namespace {

using Recordings = std::vector<Recorded>;

Recordings record_in(pqxx::transaction_base& work, std::vector<Entry>& entries) {
  auto const written = write_entries(entries);
  return take_outcomes(
      run_prepared(work, "record_entries", sql::record_entries, written.entries, written.parts, false),
      entries);
}

// Nothing when the database refuses the entries; the transaction then stands as before.
std::optional<Recordings> try_to_record(pqxx::work& work, std::vector<Entry>& entries) {
  work.exec("savepoint entries");
  try {
    auto outcomes = record_in(work, entries);
    work.exec("release savepoint entries");
    return outcomes;
  } catch (pqxx::pqxx_exception const&) {
    if (current_failure() != Failure::ours) throw;
    work.exec("rollback to savepoint entries");
    return std::nullopt;
  }
}

Recordings record_one_by_one(pqxx::work& work, std::vector<Entry>& entries) {
  Recordings outcomes;
  for (auto& entry : entries) {
    std::vector<Entry> one{entry};
    auto const outcome = try_to_record(work, one);
    outcomes.push_back(outcome ? outcome->front() : Recorded::conflict);
  }
  return outcomes;
}

Recordings record_all(pqxx::work& work, std::vector<Entry>& entries) {
  if (entries.empty()) return {};
  if (auto outcomes = try_to_record(work, entries)) return *outcomes;
  return record_one_by_one(work, entries);
}

// What cannot be read is missing from the answer, and holds up none of the others.
std::vector<DueDeadline> read_all(pqxx::result const& claimed) {
  std::vector<DueDeadline> due;
  due.reserve(claimed.size());
  for (auto const& row : claimed) {
    try {
      due.push_back(read_due(row));
    } catch (std::exception const&) {
      continue;
    }
  }
  return due;
}

using CaseKey = std::pair<std::string, std::string>;

// Of each case at most one deadline is claimed, so that its case names it.
void put_off_the_rest(pqxx::work& work, pqxx::result const& claimed, std::vector<Entry> const& entries,
                      Recordings const& outcomes) {
  std::set<CaseKey> recorded;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (outcomes[i] == Recorded::yes) recorded.emplace(entries[i].establishment, entries[i].move.after.id);
  if (recorded.size() == claimed.size()) return;
  Json rest = Json::array();
  for (auto const& row : claimed)
    if (!recorded.contains({row["establishment"].c_str(), row["case_id"].c_str()}))
      rest.push_back({{"establishment", row["establishment"].c_str()},
                      {"case_id", row["case_id"].c_str()},
                      {"id", row["deadline"].c_str()},
                      {"number", row["number"].as<int>()}});
  run_prepared(work, "put_off_deadlines", sql::put_off_deadlines, rest.dump(), PostgresStore::put_off_s);
}

std::size_t fire_batch(pqxx::connection& connection, Portion portion, DueWork::Decide const& decide,
                       DispatcherHints& hints) {
  pqxx::work work(connection);
  auto const claimed =
      run_prepared(work, "claim_due", sql::claim_due, portion.limit, portion.part, portion.parts);
  if (claimed.empty()) return 0;
  auto entries = decide(instant_of_us(claimed[0]["now_us"].as<std::int64_t>()), read_all(claimed));
  auto const outcomes = record_all(work, entries);
  put_off_the_rest(work, claimed, entries, outcomes);
  work.commit();
  hints.give(connection, entries);
  return claimed.size();
}

}  // namespace

std::size_t PostgresStore::fire_due(Portion portion, Decide const& decide) {
  try {
    return access_.once(
        [&](pqxx::connection& connection) { return fire_batch(connection, portion, decide, hints_); });
  } catch (CommitInDoubt const&) {  // what was committed is due no longer: the next call sees the truth
    throw Unavailable("La base de données ne répond pas.");
  }
}

}  // namespace jalon::postgres
