#include "adapters/postgres/entry_json.hpp"

#include "adapters/postgres/snapshot_json.hpp"
#include "engine/model/case_file.hpp"

namespace jalon::postgres {
namespace {

Json or_null(std::optional<Date> const& date) {
  return date ? Json(to_string(*date)) : Json(nullptr);
}

template <class List, class Write>
void add_list(Json& json, char const* name, List const& list, Write const& write) {
  if (list.empty()) return;
  Json& items = json[name] = Json::array();
  for (auto const& item : list) items.push_back(write(item));
}

// What history keeps of the case: all but the person.
Json write_after(Snapshot const& after) {
  Json entered = Json::object(), deadlines = Json::array();
  for (auto const& [region, date] : after.entered) entered[region] = to_string(date);
  for (auto const& record : after.deadlines) deadlines.push_back(write_deadline(record));
  return {{"places", after.places},
          {"entered", std::move(entered)},
          {"data", after.data},
          {"deadlines", std::move(deadlines)},
          {"weeks_lost", after.weeks_lost},
          {"notification", write_described(after.notification)}};
}

Json write_task(TaskRecord const& task) {
  return {{"id", task.id},
          {"kind", task.kind},
          {"label", task.label},
          {"role", name_of(task.role)},
          {"source", task.source},
          {"due", or_null(task.due)},
          {"repeats_monthly", task.repeats_monthly}};
}

Json write_message(MessageEffect const& message) {
  return {{"id", message.id},
          {"kind", message.by_email ? "email" : "letter"},
          {"template", message.template_name},
          {"recipient", boost::describe::enum_to_string(message.recipient, "?")},
          {"details", message.details}};
}

Json write_transmission(TransmissionEffect const& transmission) {
  return {{"id", transmission.id},
          {"code", transmission.code},
          {"reason", transmission.reason ? Json(*transmission.reason) : Json(nullptr)},
          {"details", transmission.details},
          {"queued", transmission.queued}};
}

void add_effects(Json& json, Effects const& effects) {
  add_list(json, "deadlines_set", effects.deadlines_set, write_deadline);
  add_list(json, "deadlines_dropped", effects.deadlines_dropped, [](DeadlineRecord const& record) {
    return Json{{"id", record.id}, {"number", record.number}};
  });
  add_list(json, "tasks_opened", effects.tasks_opened, write_task);
  add_list(json, "tasks_closed", effects.tasks_closed, [](TaskRecord const& task) { return task.id; });
  add_list(json, "messages", effects.messages, write_message);
  add_list(json, "transmissions", effects.transmissions, write_transmission);
  if (effects.messages_cancelled) json["messages_cancelled"] = true;
  if (effects.transmissions_released) json["transmissions_released"] = true;
}

void add_case(Json& json, Entry const& entry) {
  Snapshot const& after = entry.move.after;
  json["case_id"] = after.id;
  json["expected"] = entry.expected_revision;
  json["person"] = write_described(after.person);
  json["closed"] = entry.closed;
  json["after"] = write_after(after);
  if (entry.expected_revision == 0) {
    json["workflow"] = after.workflow;
    json["definition_version"] = after.definition_version;
  }
}

void add_seats(Json& json, Move const& move) {
  if (move.seat_before == move.seat_after) return;
  if (move.seat_before) json["seat_before"] = *move.seat_before;
  if (move.seat_after) json["seat_after"] = *move.seat_after;
}

void add_first_answer(Json& json, Entry const& entry) {
  if (!entry.key) return;
  json["key"] = *entry.key;
  json["body_hash"] = entry.body_hash.value_or("");
  json["answer"] = entry.answer;
}

Json write_entry(Entry const& entry, std::size_t number) {
  Move const& move = entry.move;
  Json json{{"n", number},
            {"establishment", entry.establishment},
            {"command_id", entry.command_id},
            {"at", to_string(entry.at)},
            {"actor", entry.actor},
            {"event", move.event},
            {"occurred_on", to_string(move.occurred_on)},
            {"data", move.data},
            {"from_states", entry.states_before},
            {"to_states", entry.states_after},
            {"effects", to_json(move.effects)},
            {"facts", entry.facts}};
  add_case(json, entry);
  add_seats(json, move);
  add_first_answer(json, entry);
  add_effects(json, move.effects);
  return json;
}

}  // namespace

std::string write_entries(std::vector<Entry> const& entries) {
  std::string text = "[";
  for (std::size_t number = 0; number < entries.size(); ++number) {
    if (number > 0) text += ',';
    text += write_entry(entries[number], number).dump();
  }
  return text += ']';
}

}  // namespace jalon::postgres
