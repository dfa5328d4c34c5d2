#include "adapters/postgres/store.hpp"

#include "adapters/postgres/entry_json.hpp"
#include "adapters/postgres/loaded_json.hpp"
#include "adapters/postgres/queries.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
namespace {

// What is no identifier leads nowhere; the database would call it an error.
char const* uuid_or_null(std::optional<std::string> const& text) {
  return text && is_uuid(*text) ? text->c_str() : nullptr;
}

}  // namespace

Loaded PostgresStore::load(LoadRequest const& request) {
  auto const back_to = request.back_to ? std::optional(std::to_string(*request.back_to)) : std::nullopt;
  auto const text = access_.repeatable([&](pqxx::connection& connection) {
    auto const result = run_prepared(
        connection, "load_case", sql::load_case, request.establishment, uuid_or_null(request.case_id),
        uuid_or_null(request.session), uuid_or_null(request.committee), uuid_or_null(request.other_case),
        or_null(request.account), or_null(request.caller), or_null(request.key), or_null(back_to));
    return std::string(result[0][0].c_str(), result[0][0].size());
  });
  return read_loaded(Json::parse(text));
}

std::vector<Recorded> PostgresStore::record(std::vector<Entry>& entries) {
  if (entries.empty()) return {};
  auto const written = write_entries(entries);
  return access_.once([&](pqxx::connection& connection) {
    auto const outcomes = take_outcomes(
        run_prepared(connection, "record_entries", sql::record_entries, written.entries, written.parts, true),
        entries);
    hints_.give(connection, entries);
    return outcomes;
  });
}

bool PostgresStore::was_recorded(std::string const& establishment, std::string const& command_id) {
  return access_.repeatable([&](pqxx::connection& connection) {
    return run_prepared(connection, "give_up_command", sql::give_up_command, establishment, command_id)[0][0]
        .as<bool>();
  });
}

DueWork::Next PostgresStore::next_due() {
  return access_.repeatable([](pqxx::connection& connection) {
    auto const row = run_prepared(connection, "next_due", sql::next_due)[0];
    auto const instant = [&row](int column) {
      return Instant(std::chrono::microseconds(row[column].as<std::int64_t>()));
    };
    return Next{instant(0), row[1].is_null() ? std::nullopt : std::optional(instant(1))};
  });
}

}  // namespace jalon::postgres
