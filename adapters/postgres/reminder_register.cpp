#include "adapters/postgres/reminder_register.hpp"

#include <algorithm>

#include "adapters/postgres/listing.hpp"
#include "adapters/postgres/queries.hpp"
#include "adapters/postgres/snapshot_json.hpp"
#include "engine/policy/setting_values.hpp"

namespace jalon::postgres {
namespace {

std::string text_or_nothing(Json const& json, char const* field) {
  auto const& value = json.at(field);
  return value.is_string() ? value.get<std::string>() : "";
}

StaffMember read_member(Json const& json) {
  StaffMember member{json.at("login"), json.at("name"), text_or_nothing(json, "email"), {}};
  for (auto const& name : json.at("roles"))
    if (auto const role = parse_role(name.get<std::string>())) member.roles.add(*role);
  return member;
}

Absence read_absence(Json const& json) {
  Absence absence{json.at("login"), read_date(json, "from"), read_date(json, "until"), {}};
  if (auto substitute = text_or_nothing(json, "substitute"); !substitute.empty())
    absence.substitute = std::move(substitute);
  return absence;
}

TroubledMessage read_troubled(Json const& json) {
  return {json.at("id"),       json.at("case"),    json.at("reference"), json.at("workflow"),
          json.at("template"), json.at("trouble"), json.at("data"),      json.at("told")};
}

std::vector<Snapshot> read_cases(Json const& list) {
  std::vector<Snapshot> cases;
  for (auto const& json : list) {
    try {
      cases.push_back(read_snapshot(json));
    } catch (std::exception const&) {
      continue;
    }
  }
  return cases;
}

Json parsed(pqxx::field const& field) {
  return Json::parse(field.c_str());
}

Roster read_roster(pqxx::row const& row) {
  Roster roster;
  for (auto const& json : parsed(row[0])) roster.staff.push_back(read_member(json));
  for (auto const& json : parsed(row[1])) roster.absences.push_back(read_absence(json));
  return roster;
}

CaseDeadline read_case_deadline(Json const& json) {
  auto snapshot = read_snapshot(json.at("snapshot"));
  auto const is_meant = [&](DeadlineRecord const& record) {
    return record.id == json.at("id") && record.number == json.at("number");
  };
  auto const found = std::find_if(snapshot.deadlines.begin(), snapshot.deadlines.end(), is_meant);
  auto deadline = *found;
  return {std::move(snapshot), std::move(deadline)};
}

}  // namespace

MorningState PostgresReminders::morning_state(std::string const& establishment) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_prepared(connection, "morning_state", sql::morning_state, establishment);
  });
  MorningState state;
  auto const row = rows.at(0);
  state.now = instant_of_us(row[0].as<std::int64_t>());
  state.settings_revision = row[1].as<int>();
  if (!row[2].is_null()) state.hours = read_reminder_setting(parsed(row[2]));
  if (!row[3].is_null()) state.last_opened = parse_date(row[3].c_str());
  return state;
}

ReminderFacts PostgresReminders::facts(std::string const& establishment, Date from, Date until) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::reminder_facts, {establishment, to_string(from), to_string(until)});
  });
  return {read_roster(rows[0]), read_cases(parsed(rows[0][2]))};
}

Roster PostgresReminders::roster(std::string const& establishment, Date from) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_once(connection, sql::read_roster, {establishment, to_string(from)});
  });
  return read_roster(rows[0]);
}

DeadlinePage PostgresReminders::deadlines(Sight const& sight, DeadlineFilter const& filter,
                                          PageRequest const& request) {
  auto page = read_page(
      access_, {sql::list_deadlines, {Key::date, Key::uuid, Key::text, Key::number}, "list_deadlines"},
      {sight.establishment, sight.mdph, Json(filter.owners).dump(), Json(filter.names).dump(),
       text_of(filter.from), to_string(filter.until)},
      request);
  DeadlinePage found{{}, std::move(page.next)};
  for (auto const& json : page.items) {
    try {
      found.deadlines.push_back(read_case_deadline(json));
    } catch (std::exception const&) {
      continue;
    }
  }
  return found;
}

std::vector<TroubledMessage> PostgresReminders::troubled_messages(std::string const& establishment) {
  auto const rows = access_.repeatable([&](pqxx::connection& connection) {
    return run_prepared(connection, "troubled_messages", sql::troubled_messages, establishment);
  });
  std::vector<TroubledMessage> messages;
  for (auto const& json : parsed(rows[0][0])) messages.push_back(read_troubled(json));
  return messages;
}

bool PostgresReminders::open_morning(std::string const& establishment, Date day, Json const& details) {
  return access_.repeatable([&](pqxx::connection& connection) {
    auto const rows = run_prepared(connection, "open_morning", sql::open_morning, establishment,
                                   to_string(day), details.dump());
    bool const opened = rows[0][0].as<int>() > 0;
    if (opened) run_prepared(connection, "notify", sql::notify, "jalon_outbox");
    return opened;
  });
}

void PostgresReminders::add_urgent(std::string const& establishment, Json const& details) {
  access_.repeatable([&](pqxx::connection& connection) {
    run_prepared(connection, "add_urgent", sql::add_urgent, establishment, details.dump());
    return run_prepared(connection, "notify", sql::notify, "jalon_outbox");
  });
}

Json PostgresReminders::waiting_emails(std::string const& establishment) {
  return access_.repeatable([&](pqxx::connection& connection) {
    return parsed(run_prepared(connection, "waiting_emails", sql::waiting_emails, establishment)[0][0]);
  });
}

}  // namespace jalon::postgres
