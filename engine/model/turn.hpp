// One turn of the machine: what guards may see (View) and what actions may do (Act). A turn works on copies;
// the decision keeps them only when everything went well, so an exception in an action leaves nothing
// changed.
#pragma once
#include <vector>

#include "engine/model/effects.hpp"
#include "engine/model/snapshot.hpp"
#include "engine/model/surroundings.hpp"

namespace jalon {

struct Definition;

// One place per region of the whole workflow: the number of its state, or -1.
using Places = std::vector<int>;

struct Turn {
  Definition const& definition;
  Surroundings const& around;
  Snapshot const& before;
  Places const& places_before;
  Date occurred_on;
  int event = -1;
  void const* event_data = nullptr;   // of the event's type; null while only asking what is possible
  void const* data_before = nullptr;  // the workflow's data as they were: what guards and conditions read
  void* data = nullptr;               // the workflow's data being changed: what actions write
  Notification* notification = nullptr;
  int weeks_lost = 0;

  std::vector<char> admitted;  // per row: the evaluator let it fire
  std::vector<int> fired, entered, exited;
  Effects effects;

  bool is_in(std::string_view state_id) const;  // before the step
  bool is_final() const;                        // closed before the step
  void write_to_person(std::string template_name, Json details = Json::object()) {
    effects.messages.push_back({"", before.person.is_written_by_email(), std::move(template_name),
                                Recipient::person, std::move(details)});
  }
  void enter(int state) { entered.push_back(state); }
  void exit(int state) { exited.push_back(state); }
};

// What guards, conditions and the terms of deadlines see.
template <class Data>
struct View {
  Turn const& turn;
  Data const& data;

  Date occurred_on() const { return turn.occurred_on; }
  Date today() const { return turn.around.today; }
  Notification const& notification() const {
    return turn.notification ? *turn.notification : turn.before.notification;
  }
  Facts const& facts() const { return turn.around.facts; }
  OpeningCalendar const& calendar() const { return turn.around.calendar; }
  bool has_queued_transmissions() const { return !turn.before.queued.empty(); }
  bool is_final() const { return turn.is_final(); }
  template <class S>
  bool is_in() const {
    return turn.is_in(S::id);
  }
};

// What actions do.
template <class Data>
struct Act {
  Turn& turn;
  Data& data;

  Date occurred_on() const { return turn.occurred_on; }
  Facts const& facts() const { return turn.around.facts; }
  ReasonSettings const& reasons() const { return turn.around.reasons; }
  Actor const& actor() const { return turn.around.actor; }
  Notification& notification() { return *turn.notification; }
  Person const& person() const { return turn.before.person; }
  OpeningCalendar const& calendar() const { return turn.around.calendar; }

  void transmit(std::string code, std::optional<std::string> reason = {}, Json details = Json::object()) {
    turn.effects.transmissions.push_back({"", std::move(code), std::move(reason), std::move(details), false});
  }
  void write_to_person(std::string template_name, Json details = Json::object()) {
    turn.write_to_person(std::move(template_name), std::move(details));
  }
  void write_to_mdph(std::string template_name, bool by_email, Json details = Json::object()) {
    turn.effects.messages.push_back(
        {"", by_email, std::move(template_name), Recipient::mdph, std::move(details)});
  }
  void open_task(Role role, std::string kind, std::string label, std::optional<Date> due = {}) {
    turn.effects.tasks_opened.push_back({"", std::move(kind), std::move(label), "", role, due, false});
  }
  void open_monthly_task(Role role, std::string kind, std::string label, Date due) {
    turn.effects.tasks_opened.push_back({"", std::move(kind), std::move(label), "", role, due, true});
  }
  void close_tasks(std::string_view kind) {
    for (auto const& task : turn.before.tasks)
      if (task.kind == kind) turn.effects.tasks_closed.push_back(task);
  }
  void cancel_unsent_messages() { turn.effects.messages_cancelled = true; }
};

}  // namespace jalon
