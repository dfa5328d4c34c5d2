#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/registers.hpp"
#include "adapters/postgres/snapshot_json.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
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

std::vector<Familiar> PostgresRegisters::familiar_notifications(
    std::string const& establishment, std::vector<NotificationMarks> const& notifications) {
  Json asked = Json::array();
  for (auto const& each : notifications)
    asked.push_back({{"n", asked.size()},
                     {"national_decision_id", each.national_decision_id},
                     {"family_name", each.family_name},
                     {"given_name", each.given_name},
                     {"birth_date", each.birth_date},
                     {"mdph", each.mdph},
                     {"received_on", each.received_on}});
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::familiar_notifications, {establishment, asked.dump()});
  });
  std::vector<Familiar> familiar(notifications.size(), Familiar::no);
  for (auto const& row : rows)
    familiar.at(row[0].as<std::size_t>()) = row[1].as<bool>() ? Familiar::decision : Familiar::notification;
  return familiar;
}

}  // namespace jalon::postgres
