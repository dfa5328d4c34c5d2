#include "engine/decision/step.hpp"

#include <algorithm>

#include "engine/calendar/training_weeks.hpp"
#include "engine/decision/deadline_keeping.hpp"
#include "engine/decision/identifiers.hpp"
#include "engine/model/transmission_codes.hpp"

namespace jalon {

Step::Step(Definition const& definition, Snapshot const& before, Surroundings const& around, Date occurred_on)
    : definition_(definition),
      before_(before),
      places_before_(definition.places_of(before)),
      places_(places_before_),
      data_before_(definition.data.read(before.data)),
      data_(definition.data.copy(data_before_.get())),
      notification_(before.notification),
      turn_{.definition = definition_,
            .around = around,
            .before = before_,
            .places_before = places_before_,
            .occurred_on = occurred_on,
            .data_before = data_before_.get(),
            .data = data_.get(),
            .notification = &notification_,
            .weeks_lost = before.weeks_lost,
            .admitted = std::vector<char>(definition.rows.size(), 0),
            .fired = {},
            .entered = {},
            .exited = {},
            .effects = {}} {}

void Step::set_event(int event, std::shared_ptr<void> data) {
  turn_.event = event;
  event_data_ = std::move(data);
  turn_.event_data = event_data_.get();
}

Move Step::begin_move(std::string event, Json data) const {
  Move move{std::move(event), std::move(data), turn_.occurred_on, before_, {}, {}, {}, {}};
  ++move.after.revision;
  return move;
}

void Step::open(EventModel const& event, Move& move) {
  event.open(turn_.event_data, move.after.person, notification_);
  move.data.erase("person");  // stands in the case; history repeats no name
}

Move Step::run(Move move) {
  definition_.kernel->step(turn_, places_);
  for (int row : turn_.fired) move.rows.push_back(definition_.rows[std::size_t(row)].id);
  write_wanted_letters();
  follow_places(move.after);
  count_weeks_lost();
  move.after.weeks_lost = turn_.weeks_lost;
  keep_deadlines(turn_, places_, move.after);
  return finish(std::move(move));
}

Move Step::finish(Move move) {
  move.after.notification = notification_;
  move.after.data = definition_.data.write(data_.get());
  settle_transmissions(move.after);
  give_identifiers(move.after);
  settle_tasks(move.after);
  note_deadlines(move.after);
  move.seat_before = definition_.data.seat(data_before_.get());
  move.seat_after = definition_.data.seat(data_.get());
  move.effects = std::move(turn_.effects);
  return move;
}

Move Step::go_back(Move move, Snapshot const& then) {
  move.after.places = then.places, move.after.entered = then.entered;
  move.after.deadlines = then.deadlines, move.after.weeks_lost = then.weeks_lost;
  places_ = definition_.places_of(then);
  data_ = definition_.data.read(then.data);
  turn_.data = data_.get();
  return finish(std::move(move));
}

void Step::write_wanted_letters() {
  for (auto const& letter : definition_.optional_letters) {
    if (!turn_.around.policy.sends(letter.template_name)) continue;
    if (!letter.event.empty() && definition_.events[std::size_t(turn_.event)].id != letter.event) continue;
    bool const arrives = std::any_of(turn_.entered.begin(), turn_.entered.end(), [&](int state) {
      return definition_.states[std::size_t(state)].id == letter.state;
    });
    if (arrives) turn_.write_to_person(std::string(letter.template_name));
  }
}

namespace {
bool is_composite_kept(Definition const& definition, Places const& places, int machine) {
  return std::any_of(places.begin(), places.end(), [&](int state) {
    return state >= 0 && definition.is_active(places, state) &&
           definition.states[std::size_t(state)].remembered == machine;
  });
}
}  // namespace

void Step::follow_places(Snapshot& after) {
  after.places.clear();
  for (std::size_t region = 0; region < places_.size(); ++region) {
    auto const& model = definition_.regions[region];
    int const parent = definition_.machines[std::size_t(model.machine)].parent_state;
    bool const kept = parent < 0 || definition_.is_active(places_, parent) ||
                      is_composite_kept(definition_, places_, model.machine);
    if (!kept || places_[region] < 0) {
      after.entered.erase(model.id);
      continue;
    }
    after.places[model.id] = definition_.states[std::size_t(places_[region])].id;
  }
  for (int state : turn_.entered) {
    auto const& model = definition_.states[std::size_t(state)];
    bool const taken_up_again = model.machine != 0 && places_before_[std::size_t(model.region)] == state &&
                                !definition_.is_active(places_before_, state);
    if (!taken_up_again) after.entered[definition_.regions[std::size_t(model.region)].id] = turn_.occurred_on;
  }
}

// A suspension costs the open training weeks it lasted; an entry begins with none lost.
void Step::count_weeks_lost() {
  for (std::size_t machine = 1; machine < definition_.machines.size(); ++machine) {
    int const composite = definition_.machines[machine].parent_state;
    bool const was_here = definition_.is_active(places_before_, composite);
    bool const was_kept = is_composite_kept(definition_, places_before_, int(machine));
    if (!definition_.is_active(places_, composite)) continue;
    if (!was_here && !was_kept) turn_.weeks_lost = 0;
    for (int state : places_before_) {
      if (state < 0 || !definition_.is_active(places_before_, state) || definition_.is_active(places_, state))
        continue;
      auto const& model = definition_.states[std::size_t(state)];
      bool const ends_interruption = !was_here && model.remembered == int(machine);
      if (!ends_interruption && !(was_here && model.freezes_deadlines)) continue;
      auto const& region = definition_.regions[std::size_t(model.region)].id;
      turn_.weeks_lost +=
          training_weeks_lost(before_.entered.at(region), turn_.occurred_on, turn_.around.calendar);
    }
  }
}

void Step::settle_transmissions(Snapshot& after) {
  bool const opens = definition_.has_active(places_, &StateModel::opens_transmissions);
  turn_.effects.transmissions_released = opens && !before_.queued.empty();
  if (turn_.effects.transmissions_released) after.queued.clear();
  for (auto& transmission : turn_.effects.transmissions) transmission.queued = !opens;
}

void Step::give_identifiers(Snapshot const& after) {
  IdentifierSource next(after.id, after.revision);
  auto const due =
      due_date(turn_.around.today, calendar_days(7), Roll::next_opening_day, turn_.around.calendar).due;
  auto const ask_to_transmit = [&](std::string const& id, std::string const& code) {
    turn_.effects.tasks_opened.push_back({"", "transmission",
                                          "À transmettre sur ViaTrajectoire : " + transmission_label(code),
                                          "transmission:" + id, Role::admin_assistant, due, false});
  };
  if (turn_.effects.transmissions_released)
    for (auto const& queued : before_.queued) ask_to_transmit(queued.id, queued.code);
  for (auto& transmission : turn_.effects.transmissions) {
    transmission.id = next.identifier();
    if (!transmission.queued) ask_to_transmit(transmission.id, transmission.code);
  }
  for (auto& message : turn_.effects.messages) message.id = next.identifier();
  for (auto& task : turn_.effects.tasks_opened) task.id = next.identifier();
}

// A task ends with the deadline it came from; a closed case keeps only what still has to be reported.
void Step::settle_tasks(Snapshot& after) {
  for (auto const& transmission : turn_.effects.transmissions)
    if (transmission.queued)
      after.queued.push_back({transmission.id, transmission.code, transmission_label(transmission.code)});
  bool const closes = definition_.has_active(places_, &StateModel::final) &&
                      !definition_.has_active(places_before_, &StateModel::final);
  auto const is_over = [&](TaskRecord const& task) {
    if (task.source.starts_with("deadline:"))
      return std::none_of(after.deadlines.begin(), after.deadlines.end(), [&](auto const& record) {
        return record.passed && task_source_of(record) == task.source;
      });
    return closes && !task.source.starts_with("transmission:") && !task.repeats_monthly;
  };
  auto& closed = turn_.effects.tasks_closed;
  for (auto const& task : before_.tasks)
    if (is_over(task) && std::find(closed.begin(), closed.end(), task) == closed.end())
      closed.push_back(task);
  std::erase_if(after.tasks, [&](auto const& task) {
    return std::find(closed.begin(), closed.end(), task) != closed.end();
  });
  std::erase_if(turn_.effects.tasks_opened,
                [&](auto const& task) { return task.source.starts_with("deadline:") && is_over(task); });
  after.tasks.insert(after.tasks.end(), turn_.effects.tasks_opened.begin(), turn_.effects.tasks_opened.end());
}

void Step::note_deadlines(Snapshot const& after) {
  auto const occurrence_of = [](DeadlineRecord const& record) {
    return [&record](DeadlineRecord const& other) {
      return record.id == other.id && record.number == other.number;
    };
  };
  for (auto const& record : after.deadlines) {
    auto const found =
        std::find_if(before_.deadlines.begin(), before_.deadlines.end(), occurrence_of(record));
    if (found == before_.deadlines.end() || !(*found == record))
      turn_.effects.deadlines_set.push_back(record);
  }
  for (auto const& record : before_.deadlines)
    if (std::none_of(after.deadlines.begin(), after.deadlines.end(), occurrence_of(record)))
      turn_.effects.deadlines_dropped.push_back(record);
}

}  // namespace jalon
