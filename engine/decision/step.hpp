// One step of the machine on copies of a case's data, and what follows from it: places, days of entry,
// deadlines, tasks, transmissions. Shared by commands and by the passing of deadlines.
#pragma once
#include <memory>

#include "engine/decision/decision.hpp"
#include "engine/kernel/kernel.hpp"

namespace jalon {

class Step {
 public:
  Step(Definition const& definition, Snapshot const& before, Surroundings const& around, Date occurred_on);

  Turn& turn() { return turn_; }
  Definition const& definition() const { return definition_; }
  void set_event(int event, std::shared_ptr<void> data);

  // The person and the notification an opening event brings.
  void open(EventModel const& event, Move& move);

  Move begin_move(std::string event, Json data) const;
  // Fires what the turn admitted. An exception of an action comes out; nothing has changed then.
  Move run(Move move);
  // The case as it was then, but for what only goes forward: revision, person, notification, tasks.
  Move go_back(Move move, Snapshot const& then);
  // Settles what follows from the move: transmissions, identifiers, tasks, deadlines, the seat.
  Move finish(Move move);

 private:
  void write_wanted_letters();
  void follow_places(Snapshot& after);
  void count_weeks_lost();
  void settle_transmissions(Snapshot& after);
  void settle_tasks(Snapshot& after);
  void give_identifiers(Snapshot const& after);
  void note_deadlines(Snapshot const& after);

  Definition const& definition_;
  Snapshot const& before_;
  Places places_before_, places_;
  std::shared_ptr<void> data_before_, data_, event_data_;
  Notification notification_;
  Turn turn_;
};

}  // namespace jalon
