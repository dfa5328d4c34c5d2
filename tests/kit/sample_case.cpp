#include "tests/kit/sample_case.hpp"

#include <algorithm>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <stdexcept>

namespace jalon::kit {

std::string new_uuid() {
  thread_local boost::uuids::random_generator generate;
  return boost::uuids::to_string(generate());
}

Instant instant(std::string_view rfc3339) {
  return parse_instant(rfc3339).value();
}

Date date(std::string_view iso) {
  return parse_date(iso).value();
}

Snapshot unopened_case() {
  Snapshot snapshot;
  snapshot.id = new_uuid();
  snapshot.workflow = "sample";
  snapshot.definition_version = 1;
  snapshot.places = {{"journey", "notified"}, {"life", "open"}};
  snapshot.entered = {{"journey", date("2026-03-02")}, {"life", date("2026-03-02")}};
  snapshot.person = {{"Lefèvre-Noël"}, {"Anaïs"}, date("1990-05-17"), {}, {}, {}, {}, {}, {}};
  snapshot.person.address = "3 rue de l’Église, 12400 Saint-Affrique";
  snapshot.notification.channel = Channel::paper;
  snapshot.notification.received_on = date("2026-03-02");
  snapshot.notification.mdph = "12";
  snapshot.data = {{"documents", {"rqth_notification"}}, {"note", "« été »"}};
  return snapshot;
}

DeadlineRecord sample_deadline(std::string const& id, std::string_view due, int number) {
  return {id,
          "journey",
          "notified",
          number,
          {date(due), date(due), "15 jours → " + french(date(due))},
          Role::admin_assistant,
          false,
          false};
}

TaskRecord sample_task(std::string const& kind, std::string const& source) {
  return {new_uuid(), kind, "À faire : " + kind, source, Role::admin_assistant, date("2026-03-10"), false};
}

MessageEffect sample_message(std::string const& template_name, bool by_email) {
  return {new_uuid(), by_email, template_name, Recipient::person, {{"due", "2026-04-07"}}};
}

TransmissionEffect sample_transmission(std::string const& code, bool queued) {
  return {new_uuid(), code, std::nullopt, Json::object(), queued};
}

Entry sample_entry(Snapshot const& before, Change const& change, std::string_view at) {
  Entry entry;
  entry.command_id = new_uuid();
  entry.establishment = house;
  entry.at = instant(at);
  entry.actor = "anne";
  entry.expected_revision = before.revision;
  entry.states_before = before.revision == 0 ? std::map<std::string, std::string>{} : before.places;
  entry.move.event = before.revision == 0 ? "open_case" : "add_note";
  entry.move.occurred_on = paris_date(entry.at);
  entry.move.after = before;
  ++entry.move.after.revision;
  if (change) change(entry.move);
  entry.states_after = entry.move.after.places;
  return entry;
}

void set_deadline(Move& move, DeadlineRecord const& record) {
  std::erase_if(move.after.deadlines,
                [&](auto const& other) { return other.id == record.id && other.number == record.number; });
  move.after.deadlines.push_back(record);
  move.effects.deadlines_set.push_back(record);
}

void open_task(Move& move, TaskRecord const& task) {
  move.after.tasks.push_back(task);
  move.effects.tasks_opened.push_back(task);
}

void hold_seat(Move& move, std::optional<std::string> const& before,
               std::optional<std::string> const& after) {
  move.seat_before = before;
  move.seat_after = after;
}

Entry passing_entry(Snapshot const& before, std::string const& deadline, int number, Instant now) {
  auto entry = sample_entry(before, [&](Move& move) {
    move.event = "deadline_passed";
    for (auto record : before.deadlines)
      if (record.id == deadline && record.number == number) {
        record.passed = true;
        move.data = {{"deadline", deadline}, {"due", to_string(record.date.due)}};
        set_deadline(move, record);
        open_task(move, sample_task("overdue", "deadline:" + deadline));
      }
  });
  entry.at = now;
  entry.actor = "engine";
  return entry;
}

}  // namespace jalon::kit
