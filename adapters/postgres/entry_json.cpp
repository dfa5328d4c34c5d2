#include "adapters/postgres/entry_json.hpp"

#include "adapters/postgres/json_text.hpp"
#include "engine/model/case_file.hpp"

namespace jalon::postgres {
namespace {

using Texts = std::map<std::string, std::string>;

void write_texts(JsonText& json, char const* name, Texts const& texts) {
  json.name(name).begin_object();
  for (auto const& [key, value] : texts) json.name(key).text(value);
  json.end_object();
}

void write_date(JsonText& json, char const* name, std::optional<Date> const& date) {
  json.name(name);
  if (date)
    json.text(to_string(*date));
  else
    json.null();
}

void write_deadline(JsonText& json, DeadlineRecord const& record) {
  json.begin_object();
  json.name("id").text(record.id).name("number").number(record.number);
  json.name("region").text(record.region).name("state").text(record.state);
  write_date(json, "raw", record.date.raw);
  write_date(json, "due", record.date.due);
  json.name("derivation").text(record.date.derivation).name("owner").text(name_of(record.owner));
  json.name("passed").flag(record.passed).name("frozen").flag(record.frozen);
  json.end_object();
}

void write_occurrence(JsonText& json, DeadlineRecord const& record) {
  json.begin_object().name("id").text(record.id).name("number").number(record.number).end_object();
}

void write_task(JsonText& json, TaskRecord const& task) {
  json.begin_object();
  json.name("id").text(task.id).name("kind").text(task.kind).name("label").text(task.label);
  json.name("role").text(name_of(task.role)).name("source").text(task.source);
  write_date(json, "due", task.due);
  json.name("repeats_monthly").flag(task.repeats_monthly);
  json.end_object();
}

void write_task_id(JsonText& json, TaskRecord const& task) {
  json.text(task.id);
}

void write_message(JsonText& json, MessageEffect const& message) {
  json.begin_object();
  json.name("id").text(message.id).name("kind").text(message.by_email ? "email" : "letter");
  json.name("template").text(message.template_name);
  json.name("recipient").text(boost::describe::enum_to_string(message.recipient, "?"));
  json.name("details").document(message.details);
  json.end_object();
}

void write_transmission(JsonText& json, TransmissionEffect const& transmission) {
  json.begin_object();
  json.name("id").text(transmission.id).name("code").text(transmission.code);
  if (transmission.reason) json.name("reason").text(*transmission.reason);
  json.name("details").document(transmission.details).name("queued").flag(transmission.queued);
  json.end_object();
}

template <class Item>
void write_list(JsonText& json, char const* name, std::vector<Item> const& list,
                void (*write)(JsonText&, Item const&)) {
  json.name(name).begin_array();
  for (auto const& item : list) write(json, item);
  json.end_array();
}

template <class Item>
void write_some(JsonText& json, char const* name, std::vector<Item> const& list,
                void (*write)(JsonText&, Item const&)) {
  if (!list.empty()) write_list(json, name, list, write);
}

void write_effects(JsonText& json, Effects const& effects) {
  json.name("effects").document(to_json(effects));
  write_some(json, "deadlines_set", effects.deadlines_set, write_deadline);
  write_some(json, "deadlines_dropped", effects.deadlines_dropped, write_occurrence);
  write_some(json, "tasks_opened", effects.tasks_opened, write_task);
  write_some(json, "tasks_closed", effects.tasks_closed, write_task_id);
  write_some(json, "messages", effects.messages, write_message);
  write_some(json, "transmissions", effects.transmissions, write_transmission);
  if (effects.messages_cancelled) json.name("messages_cancelled").flag(true);
  if (effects.transmissions_released) json.name("transmissions_released").flag(true);
}

// What history keeps of the case: all but the person.
void write_after(JsonText& json, Snapshot const& after) {
  json.name("after").begin_object();
  write_texts(json, "places", after.places);
  json.name("entered").begin_object();
  for (auto const& [region, date] : after.entered) json.name(region).text(to_string(date));
  json.end_object();
  json.name("data").document(after.data);
  write_list(json, "deadlines", after.deadlines, write_deadline);
  json.name("weeks_lost").number(after.weeks_lost);
  json.name("notification").document(write_described(after.notification));
  json.end_object();
}

void write_case(JsonText& json, Entry const& entry) {
  Snapshot const& after = entry.move.after;
  json.name("case_id").text(after.id).name("expected").number(entry.expected_revision);
  json.name("closed").flag(entry.closed);
  if (entry.person_changed) json.name("person").document(write_described(after.person));
  if (entry.expected_revision == 0)
    json.name("workflow").text(after.workflow).name("definition_version").number(after.definition_version);
  write_after(json, after);
}

void write_seats(JsonText& json, Move const& move) {
  if (move.seat_before == move.seat_after) return;
  if (move.seat_before) json.name("seat_before").text(*move.seat_before);
  if (move.seat_after) json.name("seat_after").text(*move.seat_after);
}

void write_first_answer(JsonText& json, Entry const& entry) {
  if (!entry.key) return;
  json.name("key").text(*entry.key).name("body_hash").text(entry.body_hash.value_or(""));
  json.name("answer").document(entry.answer);
}

void write_entry(JsonText& json, Entry const& entry, std::size_t number) {
  Move const& move = entry.move;
  json.begin_object();
  json.name("n").number(long(number)).name("establishment").text(entry.establishment);
  json.name("command_id").text(entry.command_id).name("at").text(to_string(entry.at));
  json.name("actor").text(entry.actor).name("event").text(move.event);
  write_date(json, "occurred_on", move.occurred_on);
  json.name("data").document(move.data).name("facts").document(entry.facts);
  write_texts(json, "from_states", entry.states_before);
  write_texts(json, "to_states", entry.states_after);
  write_case(json, entry);
  write_seats(json, move);
  write_first_answer(json, entry);
  write_effects(json, move.effects);
  json.end_object();
}

}  // namespace

std::string write_entries(std::vector<Entry> const& entries) {
  JsonText json;
  json.begin_array();
  for (std::size_t number = 0; number < entries.size(); ++number) write_entry(json, entries[number], number);
  json.end_array();
  return json.written();
}

}  // namespace jalon::postgres
