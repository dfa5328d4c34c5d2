#include "engine/runner/expected_work.hpp"

#include <algorithm>

namespace jalon {

namespace {
constexpr char const* nothing = "rien";
constexpr std::string_view of_transmission = "transmission:", of_message = "message:";

std::string state_of(bool done) {
  return done ? "faite" : "ouverte";
}

std::string name_of(TaskRecord const& task) {
  return "tâche " + task.kind +
         (task.source.starts_with("deadline:") ? " (" + task.source.substr(9) + ")" : "");
}
}  // namespace

ExpectedWork::ExpectedWork(RecordedCase const& recorded) : recorded_(recorded) {
  for (auto const& stored : recorded.tasks) stored_tasks_[stored.task.id] = &stored;
}

bool ExpectedWork::is_of_others(RecordedTask const& stored) const {
  return !tasks_.contains(stored.task.id) &&
         (stored.task.repeats_monthly || stored.task.source.starts_with(of_message));
}

// Of what happened at the very moment of an entry, the entry came first: deadlines pass before people act.
void ExpectedWork::show_to(Snapshot& before, Instant at) const {
  before.tasks.clear();
  for (auto const& [id, task] : tasks_) {
    auto const stored = stored_tasks_.find(id);
    bool const done_by_hand =
        stored != stored_tasks_.end() && stored->second->done_at && *stored->second->done_at < at;
    if (task.closed == 0 && !done_by_hand) before.tasks.push_back(task.record);
  }
  for (auto const& stored : recorded_.tasks)
    if (is_of_others(stored) && stored.opened_at < at && (!stored.done_at || *stored.done_at >= at))
      before.tasks.push_back(stored.task);
  before.queued = queued_;
}

void ExpectedWork::add(int seq, Effects const& effects, std::vector<QueuedTransmission> queued) {
  for (auto const& task : effects.tasks_closed) {
    auto const found = tasks_.try_emplace(task.id, Task{task, 0, 0}).first;
    found->second.closed = seq;
  }
  for (auto const& task : effects.tasks_opened) tasks_[task.id] = {task, seq, 0};
  if (effects.messages_cancelled)
    for (auto& [id, message] : messages_) message.cancelled = seq;
  for (auto const& message : effects.messages)
    messages_[message.id] = {seq, 0, message.template_name,
                             boost::describe::enum_to_string(message.recipient, "?")};
  if (effects.transmissions_released)
    for (auto& [id, transmission] : transmissions_) transmission.queued = false;
  for (auto const& transmission : effects.transmissions)
    transmissions_[transmission.id] = {seq, transmission.code, transmission.queued};
  queued_ = std::move(queued);
}

void ExpectedWork::compare(Comparison& comparison) const {
  compare_tasks(comparison);
  compare_messages(comparison);
  compare_transmissions(comparison);
}

void ExpectedWork::compare_tasks(Comparison& comparison) const {
  for (auto const& [id, wanted] : tasks_) compare_task(wanted, comparison);
  if (!skipped_.empty()) return;  // whose these are is not known then
  for (auto const& stored : recorded_.tasks)
    if (!tasks_.contains(stored.task.id) && !is_of_others(stored))
      comparison.differs(recorded_.current.revision, name_of(stored.task),
                         state_of(stored.done_at.has_value()), nothing);
}

void ExpectedWork::compare_task(Task const& wanted, Comparison& comparison) const {
  auto const& record = wanted.record;
  int const seq = std::max(wanted.opened, wanted.closed);
  auto const found = stored_tasks_.find(record.id);
  if (found == stored_tasks_.end())
    return comparison.differs(seq, name_of(record), nothing, state_of(wanted.closed > 0));
  auto const& stored = found->second->task;
  auto const compare = [&](char const* what, std::string const& old, std::string const& expected) {
    comparison.compare_text(seq, name_of(record) + what, old, expected);
  };
  compare(", genre", stored.kind, record.kind);
  compare(", libellé", stored.label, record.label);
  compare(", origine", stored.source, record.source);
  compare(", rôle", std::string(jalon::name_of(stored.role)), std::string(jalon::name_of(record.role)));
  compare(", pour le", stored.due ? to_string(*stored.due) : nothing,
          record.due ? to_string(*record.due) : nothing);
  bool const done = found->second->done_at.has_value();
  if (wanted.closed > 0 && !done) return compare("", state_of(done), state_of(true));
  if (!record.source.starts_with(of_transmission)) return;
  for (auto const& transmission : recorded_.transmissions)
    if (transmission.id == record.source.substr(of_transmission.size()))
      compare("", state_of(done), state_of(transmission.status == "confirmed"));
}

void ExpectedWork::compare_messages(Comparison& comparison) const {
  auto missing = messages_;
  for (auto const& stored : recorded_.messages) {
    auto const found = messages_.find(stored.id);
    missing.erase(stored.id);
    if (found == messages_.end()) {
      if (!skipped_.contains(stored.seq))
        comparison.differs(stored.seq, "message " + stored.template_name, stored.status, nothing);
      continue;
    }
    auto const& wanted = found->second;
    std::string const name = "message " + wanted.template_name;
    comparison.compare_text(wanted.seq, name + ", modèle", stored.template_name, wanted.template_name);
    comparison.compare_text(wanted.seq, name + ", destinataire", stored.recipient, wanted.recipient);
    if (wanted.cancelled > 0 && (stored.status == "pending" || stored.status == "prepared"))
      comparison.differs(wanted.cancelled, name + ", statut", stored.status, "cancelled");
  }
  for (auto const& [id, wanted] : missing)
    comparison.differs(wanted.seq, "message " + wanted.template_name, nothing, "pour " + wanted.recipient);
}

void ExpectedWork::compare_transmissions(Comparison& comparison) const {
  auto missing = transmissions_;
  for (auto const& stored : recorded_.transmissions) {
    auto const found = transmissions_.find(stored.id);
    missing.erase(stored.id);
    if (found == transmissions_.end()) {
      if (!skipped_.contains(stored.seq))
        comparison.differs(stored.seq, "transmission " + stored.code, stored.status, nothing);
      continue;
    }
    auto const& wanted = found->second;
    std::string const name = "transmission " + wanted.code;
    comparison.compare_text(wanted.seq, name + ", code", stored.code, wanted.code);
    if ((stored.status == "queued") != wanted.queued)
      comparison.differs(wanted.seq, name + ", statut", stored.status, wanted.queued ? "queued" : "to_do");
  }
  for (auto const& [id, wanted] : missing)
    comparison.differs(wanted.seq, "transmission " + wanted.code, nothing,
                       wanted.queued ? "queued" : "to_do");
}

}  // namespace jalon
