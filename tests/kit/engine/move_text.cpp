#include "tests/kit/engine/move_text.hpp"

#include <algorithm>

namespace jalon {

namespace {

Json text_of_deadline(DeadlineRecord const& record) {
  return {record.id,
          record.region,
          record.state,
          record.number,
          to_string(record.date.raw),
          to_string(record.date.due),
          record.passed,
          record.frozen};
}

Json text_of_task(TaskRecord const& task) {
  return {task.id,     task.kind,          task.label,
          task.source, name_of(task.role), task.due ? to_string(*task.due) : ""};
}

Json text_of_case(Snapshot const& snapshot) {
  Json json{{"revision", snapshot.revision}, {"places", snapshot.places},
            {"data", snapshot.data},         {"weeks_lost", snapshot.weeks_lost},
            {"deadlines", Json::array()},    {"tasks", Json::array()},
            {"queued", Json::array()}};
  for (auto const& [region, entered] : snapshot.entered) json["entered"][region] = to_string(entered);
  for (auto const& record : snapshot.deadlines) json["deadlines"].push_back(text_of_deadline(record));
  for (auto const& task : snapshot.tasks) json["tasks"].push_back(text_of_task(task));
  for (auto const& queued : snapshot.queued) json["queued"].push_back(queued.code);
  return json;
}

Json text_of_effects(Effects const& effects) {
  Json json = to_json(effects);
  for (auto const& transmission : effects.transmissions)
    json.push_back(
        {transmission.id, transmission.code, transmission.reason.value_or(""), transmission.details});
  for (auto const& message : effects.messages)
    json.push_back({message.id, message.template_name, int(message.recipient), message.details});
  for (auto const& task : effects.tasks_opened) json.push_back(text_of_task(task));
  return json;
}

std::string text_of_move(Move const& move) {
  return Json{{"event", move.event},
              {"occurred_on", to_string(move.occurred_on)},
              {"rows", move.rows},
              {"seats", {move.seat_before.value_or(""), move.seat_after.value_or("")}},
              {"effects", text_of_effects(move.effects)},
              {"after", text_of_case(move.after)}}
      .dump(1);
}

std::string text_of_refusal(Refusal const& refusal) {
  std::string text = "refused, kind " + std::to_string(int(refusal.kind));
  for (auto const& error : refusal.errors) text += "; " + error.pointer + " " + error.code;
  for (auto const& blocked : refusal.blocked_by) text += "; " + blocked.guard;
  return text;
}

template <class T, class Same>
bool all_the_same(std::vector<T> const& one, std::vector<T> const& other, Same same) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), same);
}

bool same_transmission(TransmissionEffect const& one, TransmissionEffect const& other) {
  return one.id == other.id && one.code == other.code && one.reason == other.reason &&
         one.queued == other.queued && one.details == other.details;
}

bool same_message(MessageEffect const& one, MessageEffect const& other) {
  return one.id == other.id && one.by_email == other.by_email && one.template_name == other.template_name &&
         one.recipient == other.recipient && one.details == other.details;
}

bool same_effects(Effects const& one, Effects const& other) {
  return all_the_same(one.transmissions, other.transmissions, same_transmission) &&
         all_the_same(one.messages, other.messages, same_message) && one.tasks_opened == other.tasks_opened &&
         one.tasks_closed == other.tasks_closed && one.deadlines_set == other.deadlines_set &&
         one.deadlines_dropped == other.deadlines_dropped &&
         one.transmissions_released == other.transmissions_released &&
         one.messages_cancelled == other.messages_cancelled;
}

bool same_case(Snapshot const& one, Snapshot const& other) {
  return one.revision == other.revision && one.places == other.places && one.entered == other.entered &&
         one.weeks_lost == other.weeks_lost && one.deadlines == other.deadlines && one.tasks == other.tasks &&
         one.queued.size() == other.queued.size() && one.data == other.data;
}

bool same_move(Move const& one, Move const& other) {
  return one.event == other.event && one.occurred_on == other.occurred_on && one.rows == other.rows &&
         one.seat_before == other.seat_before && one.seat_after == other.seat_after &&
         same_effects(one.effects, other.effects) && same_case(one.after, other.after);
}

}  // namespace

bool are_the_same(Decision const& one, Decision const& other) {
  auto const* move = std::get_if<Move>(&one);
  auto const* other_move = std::get_if<Move>(&other);
  if (move && other_move) return same_move(*move, *other_move);
  return !move && !other_move && text_of(one) == text_of(other);
}

std::string text_of(Decision const& decision) {
  if (auto const* move = std::get_if<Move>(&decision)) return text_of_move(*move);
  return text_of_refusal(std::get<Refusal>(decision));
}

}  // namespace jalon
