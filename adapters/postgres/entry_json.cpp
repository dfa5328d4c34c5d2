#include "adapters/postgres/entry_json.hpp"

#include <set>

#include "adapters/postgres/effect_json.hpp"
#include "engine/model/case_file.hpp"

namespace jalon::postgres {
namespace {

using Texts = std::map<std::string, std::string>;

void write_texts(JsonText& json, char const* name, Texts const& texts) {
  json.name(name).begin_object();
  for (auto const& [key, value] : texts) json.name(key).text(value);
  json.end_object();
}

template <class Item>
void write_list(JsonText& json, char const* name, std::vector<Item> const& list,
                void (*write)(JsonText&, Item const&)) {
  json.name(name).begin_array();
  for (auto const& item : list) write(json, item);
  json.end_array();
}

// Writes entries one after the other and notes which parts they have.
class EntriesText {
 public:
  EntriesText() { json_.begin_array(); }
  void write(Entry const& entry, std::size_t number);
  WrittenEntries written();

 private:
  void write_case(Entry const& entry);
  void write_seats(Move const& move);
  void note_plans(Json const& facts);
  void write_first_answer(Entry const& entry);
  void write_passing(DeadlineRecord const& record);
  void write_effects(Move const& move);

  template <class Item>
  void write_some(char const* name, std::vector<Item> const& list,
                  void (*write_item)(JsonText&, Item const&)) {
    if (!list.empty()) write_list(part(name), name, list, write_item);
  }
  void write_mark(char const* name, bool is_set) {
    if (is_set) part(name).name(name).flag(true);
  }
  JsonText& part(std::string const& name) {
    parts_.insert(name);
    return json_;
  }

  JsonText json_;
  std::set<std::string> parts_;
};

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

// A deadline passed and nothing else came of it than a task: the case is as it was, but for that.
bool only_passes(Move const& move) {
  return move.event == "deadline_passed" && move.rows.empty() && move.effects.deadlines_dropped.empty() &&
         move.effects.deadlines_set.size() == 1 && move.effects.deadlines_set.front().passed;
}

void EntriesText::write_case(Entry const& entry) {
  Snapshot const& after = entry.move.after;
  json_.name("case_id").text(after.id).name("expected").number(entry.expected_revision);
  json_.name("closed").flag(entry.closed);
  if (entry.person_changed) part("person").name("person").document(write_described(after.person));
  if (entry.expected_revision == 0)
    part("openings")
        .name("workflow")
        .text(after.workflow)
        .name("definition_version")
        .number(after.definition_version);
  if (only_passes(entry.move))
    write_passing(entry.move.effects.deadlines_set.front());
  else
    write_after(json_, after);
}

void EntriesText::write_passing(DeadlineRecord const& record) {
  part("passes").name("passes").text(record.id).name("passes_number").number(record.number);
}

void EntriesText::write_seats(Move const& move) {
  if (move.seat_before == move.seat_after) return;
  part("seats");
  if (move.seat_before) json_.name("seat_before").text(*move.seat_before);
  if (move.seat_after) json_.name("seat_after").text(*move.seat_after);
}

// What the decision saw of a committee or session has to be so still when it is written.
void EntriesText::note_plans(Json const& facts) {
  if (facts.contains("committee") || facts.contains("session")) parts_.insert("plans");
}

void EntriesText::write_first_answer(Entry const& entry) {
  if (!entry.key) return;
  json_.name("key").text(*entry.key).name("body_hash").text(entry.body_hash.value_or(""));
  json_.name("answer").document(entry.answer);
}

void EntriesText::write_effects(Move const& move) {
  Effects const& effects = move.effects;
  json_.name("effects").document(to_json(effects));
  if (!only_passes(move)) write_some("deadlines_set", effects.deadlines_set, write_deadline);
  write_some("deadlines_dropped", effects.deadlines_dropped, write_occurrence);
  write_some("tasks_opened", effects.tasks_opened, write_task);
  write_some("tasks_closed", effects.tasks_closed, write_task_id);
  write_some("messages", effects.messages, write_message);
  write_some("transmissions", effects.transmissions, write_transmission);
  write_mark("messages_cancelled", effects.messages_cancelled);
  write_mark("transmissions_released", effects.transmissions_released);
}

void EntriesText::write(Entry const& entry, std::size_t number) {
  Move const& move = entry.move;
  json_.begin_object();
  json_.name("n").number(long(number)).name("establishment").text(entry.establishment);
  json_.name("command_id").text(entry.command_id).name("at").text(to_string(entry.at));
  json_.name("actor").text(entry.actor).name("event").text(move.event);
  write_date(json_, "occurred_on", move.occurred_on);
  json_.name("data").document(move.data).name("facts").document(entry.facts);
  write_texts(json_, "from_states", entry.states_before);
  write_texts(json_, "to_states", entry.states_after);
  write_case(entry);
  write_seats(move);
  note_plans(entry.facts);
  write_first_answer(entry);
  write_effects(move);
  json_.end_object();
}

WrittenEntries EntriesText::written() {
  json_.end_array();
  std::string parts;
  for (auto const& part : parts_) parts += (parts.empty() ? "" : ",") + part;
  return {json_.written(), "{" + parts + "}"};
}

}  // namespace

WrittenEntries write_entries(std::vector<Entry> const& entries) {
  EntriesText text;
  for (std::size_t number = 0; number < entries.size(); ++number) text.write(entries[number], number);
  return text.written();
}

}  // namespace jalon::postgres
