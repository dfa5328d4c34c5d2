#include "engine/simulation/kept_case.hpp"

#include <algorithm>
#include <tuple>

#include "engine/model/transmission_codes.hpp"

namespace jalon {

namespace {

bool is_same(DeadlineRecord const& one, DeadlineRecord const& other) {
  return one.id == other.id && one.number == other.number;
}

void keep_deadlines(Effects const& effects, std::vector<DeadlineRecord>& deadlines) {
  for (auto const* changed : {&effects.deadlines_dropped, &effects.deadlines_set})
    for (auto const& record : *changed)
      std::erase_if(deadlines, [&](auto const& old) { return is_same(old, record); });
  deadlines.insert(deadlines.end(), effects.deadlines_set.begin(), effects.deadlines_set.end());
  std::sort(deadlines.begin(), deadlines.end(), [](auto const& one, auto const& other) {
    return std::tie(one.date.due, one.id, one.number) < std::tie(other.date.due, other.id, other.number);
  });
}

bool is_open_already(std::vector<RecordedTask> const& tasks, TaskRecord const& task) {
  return task.source.starts_with("deadline:") &&
         std::any_of(tasks.begin(), tasks.end(),
                     [&](auto const& old) { return !old.done_at && old.task.source == task.source; });
}

void keep_tasks(Entry const& entry, std::vector<RecordedTask>& tasks) {
  for (auto const& closed : entry.move.effects.tasks_closed)
    for (auto& stored : tasks)
      if (stored.task.id == closed.id && !stored.done_at) stored.done_at = entry.at;
  for (auto const& opened : entry.move.effects.tasks_opened)
    if (!is_open_already(tasks, opened)) tasks.push_back({opened, entry.at, {}});
}

void keep_messages(int seq, Effects const& effects, std::vector<RecordedMessage>& messages) {
  if (effects.messages_cancelled)
    for (auto& message : messages) message.status = "cancelled";
  for (auto const& message : effects.messages)
    messages.push_back({message.id, seq, message.template_name,
                        boost::describe::enum_to_string(message.recipient, "?"), "pending"});
}

void keep_transmissions(int seq, Effects const& effects, std::vector<RecordedTransmission>& transmissions) {
  if (effects.transmissions_released)
    for (auto& transmission : transmissions)
      if (transmission.status == "queued") transmission.status = "to_do";
  for (auto const& transmission : effects.transmissions)
    transmissions.push_back(
        {transmission.id, seq, transmission.code, transmission.queued ? "queued" : "to_do"});
}

}  // namespace

void keep_entry(Entry const& entry, RecordedCase& recorded) {
  auto const& move = entry.move;
  int const seq = move.after.revision;
  auto deadlines = std::move(recorded.current.deadlines);
  recorded.current = move.after;
  recorded.states = entry.states_after, recorded.closed = entry.closed;
  recorded.entries.push_back(
      {seq, entry.at, move.occurred_on, move.event, move.data, entry.facts, move.after, entry.states_after});
  keep_deadlines(move.effects, deadlines);
  keep_tasks(entry, recorded.tasks);
  keep_messages(seq, move.effects, recorded.messages);
  keep_transmissions(seq, move.effects, recorded.transmissions);

  recorded.current.deadlines = std::move(deadlines);
  recorded.current.tasks.clear(), recorded.current.queued.clear();
  for (auto const& stored : recorded.tasks)
    if (!stored.done_at) recorded.current.tasks.push_back(stored.task);
  for (auto const& stored : recorded.transmissions)
    if (stored.status == "queued")
      recorded.current.queued.push_back({stored.id, stored.code, transmission_label(stored.code)});
}

}  // namespace jalon
