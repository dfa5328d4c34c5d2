#include "adapters/postgres/loaded_json.hpp"

#include <string_view>

#include "adapters/postgres/snapshot_json.hpp"

namespace jalon::postgres {
namespace {

bool has(Json const& json, char const* name) {
  auto const found = json.find(name);
  return found != json.end() && !found->is_null();
}

SessionFact read_session(Json const& json) {
  return {json.at("id"),       read_date(json, "entry_on"),
          json.at("weeks"),    read_optional_date(json, "pre_reception_on"),
          json.at("capacity"), json.at("taken")};
}

Facts read_facts(Json const& json) {
  Facts facts;
  if (has(json, "session")) facts.session = read_session(json.at("session"));
  if (has(json, "committee"))
    facts.committee =
        CommitteeFact{json.at("committee").at("id"), read_date(json.at("committee"), "held_on")};
  facts.other_case_exists = json.at("other_case_exists");
  facts.account_exists = json.at("account_exists");
  return facts;
}

}  // namespace

Loaded read_loaded(Json const& json) {
  Loaded loaded;
  loaded.now = instant_of_us(json.at("now"));
  if (has(json, "settings_revision")) loaded.settings_revision = json.at("settings_revision");
  if (has(json, "snapshot")) loaded.snapshot = read_snapshot(json.at("snapshot"));
  if (has(json, "then")) loaded.then = read_snapshot(json.at("then"));
  if (has(json, "facts")) loaded.facts = read_facts(json.at("facts"));
  if (has(json, "first_answer")) {
    auto const& first = json.at("first_answer");
    loaded.first_answer = FirstAnswer{first.at("body_hash"), first.at("answer")};
  }
  return loaded;
}

DueDeadline read_due(pqxx::row const& row) {
  auto const snapshot = row["snapshot"];
  return {row["establishment"].c_str(),
          row["settings_revision"].as<int>(),
          read_snapshot(Json::parse(snapshot.c_str(), snapshot.c_str() + snapshot.size())),
          row["deadline"].c_str(),
          row["number"].as<int>(),
          instant_of_us(row["fires_at_us"].as<std::int64_t>())};
}

std::vector<Recorded> take_outcomes(pqxx::result const& rows, std::vector<Entry>& entries) {
  std::vector<Recorded> outcomes(entries.size(), Recorded::yes);
  for (auto const& row : rows) {
    auto const number = row[0].as<std::size_t>();
    std::string_view const outcome = row[1].c_str();
    if (outcome == "conflict") outcomes.at(number) = Recorded::conflict;
    if (outcome == "seat_taken") outcomes.at(number) = Recorded::seat_taken;
    if (!row[2].is_null()) entries.at(number).move.after.reference = row[2].c_str();
  }
  return outcomes;
}

}  // namespace jalon::postgres
