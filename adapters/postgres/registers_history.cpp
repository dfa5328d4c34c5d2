#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/registers.hpp"
#include "adapters/postgres/snapshot_json.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
namespace {

RecordedEntry read_entry(Json const& json, Snapshot const& current) {
  RecordedEntry entry;
  entry.seq = json.at("seq");
  entry.at = instant_of_us(json.at("at"));
  entry.occurred_on = read_date(json, "occurred_on");
  entry.event = json.at("event");
  entry.data = json.at("data");
  entry.facts = json.at("facts");
  entry.after = read_after(json.at("after"));
  entry.after.id = current.id, entry.after.reference = current.reference;
  entry.after.workflow = current.workflow, entry.after.definition_version = current.definition_version;
  entry.after.revision = entry.seq;
  return entry;
}

RecordedCase read_recorded(pqxx::row const& row) {
  RecordedCase recorded;
  recorded.current = read_snapshot(Json::parse(row[0].c_str()));
  recorded.settings_revision = row[1].as<int>();
  if (row[2].is_null()) return recorded;
  for (auto const& entry : Json::parse(row[2].c_str()))
    recorded.entries.push_back(read_entry(entry, recorded.current));
  return recorded;
}

}  // namespace

std::optional<Page> PostgresRegisters::history(Sight const& sight, std::string const& case_id,
                                               PageRequest const& page) {
  if (!is_uuid(case_id)) return std::nullopt;
  auto found = read_page(access_, {sql::list_history, {Key::number}},
                         {sight.establishment, sight.mdph, case_id}, page);
  // Every case has a first entry: without one there is no such case in sight.
  if (found.items.empty() && !page.cursor) return std::nullopt;
  return found;
}

std::optional<Snapshot> PostgresRegisters::case_at(Sight const& sight, std::string const& case_id,
                                                   Instant at) {
  if (!is_uuid(case_id)) return std::nullopt;
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::case_at, {sight.establishment, sight.mdph, case_id, to_string(at)});
  });
  if (rows.empty()) return std::nullopt;
  return read_snapshot(Json::parse(rows[0][0].c_str()));
}

std::vector<std::string> PostgresRegisters::known_decisions(
    std::string const& establishment, std::vector<std::string> const& national_decision_ids) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::known_decisions, {establishment, Json(national_decision_ids).dump()});
  });
  std::vector<std::string> known;
  for (auto const& row : rows) known.emplace_back(row[0].c_str());
  return known;
}

std::vector<RecordedCase> PostgresRegisters::recorded_cases(std::string const& establishment,
                                                            std::optional<std::string> const& after,
                                                            int limit) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::recorded_cases, {establishment, after, std::to_string(limit)});
  });
  std::vector<RecordedCase> cases;
  for (auto const& row : rows) cases.push_back(read_recorded(row));
  return cases;
}

}  // namespace jalon::postgres
