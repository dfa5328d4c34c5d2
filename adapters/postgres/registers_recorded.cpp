#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/registers.hpp"
#include "adapters/postgres/snapshot_json.hpp"
#include "engine/policy/setting_values.hpp"

namespace jalon::postgres {
namespace {

using Texts = std::map<std::string, std::string>;

RecordedEntry read_entry(Json const& json, Snapshot const& current) {
  RecordedEntry entry;
  entry.seq = json.at("seq");
  entry.at = instant_of_us(json.at("at"));
  entry.occurred_on = read_date(json, "occurred_on");
  entry.event = json.at("event");
  entry.data = json.at("data");
  entry.facts = json.at("facts");
  entry.states = json.at("states").get<Texts>();
  entry.after = read_after(json.at("after"));
  entry.after.id = current.id, entry.after.reference = current.reference;
  entry.after.workflow = current.workflow, entry.after.definition_version = current.definition_version;
  entry.after.revision = entry.seq;
  return entry;
}

RecordedTask read_recorded_task(Json const& json) {
  RecordedTask recorded{read_task(json), instant_of_us(json.at("opened_at")), {}};
  if (!json.at("done_at").is_null()) recorded.done_at = instant_of_us(json.at("done_at"));
  return recorded;
}

RecordedMessage read_message(Json const& json) {
  return {json.at("id"), json.at("seq"), json.at("template"), json.at("recipient"), json.at("status")};
}

RecordedTransmission read_transmission(Json const& json) {
  return {json.at("id"), json.at("seq"), json.at("code"), json.at("status")};
}

// Null when there are none.
template <class Item, class Read>
void read_all(pqxx::row::reference const& list, std::vector<Item>& items, Read const& read) {
  if (list.is_null()) return;
  for (auto const& item : Json::parse(list.c_str())) items.push_back(read(item));
}

RecordedCase read_recorded(pqxx::row const& row) {
  RecordedCase recorded;
  recorded.current = read_snapshot(Json::parse(row[0].c_str()));
  recorded.states = Json::parse(row[1].c_str()).get<Texts>();
  recorded.closed = row[2].as<bool>();
  read_all(row[3], recorded.entries, [&](Json const& json) { return read_entry(json, recorded.current); });
  read_all(row[4], recorded.tasks, read_recorded_task);
  read_all(row[5], recorded.messages, read_message);
  read_all(row[6], recorded.transmissions, read_transmission);
  return recorded;
}

}  // namespace

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

SettingsHistory PostgresRegisters::settings_history(std::string const& establishment) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::settings_history, {establishment});
  });
  SettingsHistory history;
  Settings settings;
  for (auto const& row : rows) {
    settings.revision = row[0].as<int>();
    take_up(settings, row[1].as<std::string>(), Json::parse(row[2].c_str()));
    history[settings.revision] = settings;
  }
  return history;
}

std::size_t PostgresRegisters::number_of_cases(std::string const& establishment) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::number_of_cases, {establishment});
  });
  return rows[0][0].as<std::size_t>();
}

}  // namespace jalon::postgres
