#include "adapters/postgres/effect_json.hpp"

namespace jalon::postgres {

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
  if (record.restarted_on) write_date(json, "restarted_on", record.restarted_on);
  if (record.days_moved > 0) json.name("days_moved").number(record.days_moved);
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

}  // namespace jalon::postgres
