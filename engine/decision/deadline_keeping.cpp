#include "engine/decision/deadline_keeping.hpp"

#include <algorithm>

#include "engine/decision/counting.hpp"

namespace jalon {

namespace {

class Keeper {
 public:
  Keeper(Turn& turn, Places const& places, Snapshot& after)
      : turn_(turn), definition_(turn.definition), places_(places), after_(after) {}

  void keep() {
    auto const before = std::move(after_.deadlines);
    after_.deadlines.clear();
    for (auto record : before) keep_or_drop(record, before);
    for (int row : turn_.fired) restart(definition_.rows[std::size_t(row)]);
    for (std::size_t region = 0; region < places_.size(); ++region) begin_those_of(int(region));
  }

  void begin(std::string const& region, StateModel const& state, int deadline, int first_number) {
    auto const& model = definition_.deadlines[std::size_t(deadline)];
    for (int number = first_number;; ++number) {
      auto date = count(turn_, model, after_.entered.at(region), number);
      if (!date) return;
      if (model.answered(turn_, number)) continue;
      after_.deadlines.push_back(
          {std::string(model.id), region, std::string(state.id), number, std::move(*date), model.owner});
      return;
    }
  }

 private:
  bool is_entered_anew(int state) const {
    return std::find(turn_.entered.begin(), turn_.entered.end(), state) != turn_.entered.end() &&
           !is_taken_up_again(state);
  }
  // A composite's region that kept its place while the case was elsewhere.
  bool is_taken_up_again(int state) const {
    auto const& model = definition_.states[std::size_t(state)];
    if (model.machine != 0)
      return turn_.places_before[std::size_t(model.region)] == state && !was_active(state);
    return model.inner >= 0 && !was_active(state) && keeps_place(model.inner, turn_.places_before);
  }
  bool was_active(int state) const { return definition_.is_active(turn_.places_before, state); }
  bool keeps_place(int machine, Places const& places) const {
    return std::any_of(places.begin(), places.end(), [&](int state) {
      return state >= 0 && definition_.is_active(places, state) &&
             definition_.states[std::size_t(state)].remembered == machine;
    });
  }
  // Whether the record's state is waiting in a composite (or is that composite) that keeps its place.
  bool waits_elsewhere(StateModel const& state) const {
    return (state.machine != 0 && keeps_place(state.machine, places_)) ||
           (state.inner >= 0 && keeps_place(state.inner, places_));
  }
  bool is_frozen_case(Places const& places) const {
    return definition_.has_active(places, &StateModel::freezes_deadlines);
  }

  void keep_or_drop(DeadlineRecord& record, std::vector<DeadlineRecord> const& before) {
    auto const& model = definition_.state_of(record);
    int const state = int(&model - definition_.states.data());
    bool const here = definition_.is_active(places_, state) && !is_entered_anew(state);
    bool const closed = definition_.has_active(places_, &StateModel::final);
    if (closed || (!here && !waits_elsewhere(model))) return;
    if (definition_.model_of(record).answered(turn_, record.number)) {
      if (here) begin_after_answer(record, model, before);
      return;
    }
    move(record, model);
    after_.deadlines.push_back(std::move(record));
  }

  // The occurrence was done: the next one stands, once.
  void begin_after_answer(DeadlineRecord const& record, StateModel const& state,
                          std::vector<DeadlineRecord> const& before) {
    int last = record.number;
    for (auto const& other : before)
      if (other.id == record.id) last = std::max(last, other.number);
    if (record.number == last)
      begin(record.region, state, definition_.find_deadline(state, record.id), last + 1);
  }

  void move(DeadlineRecord& record, StateModel const& state) {
    auto const& model = definition_.model_of(record);
    bool const was_frozen = record.frozen;
    bool const parked = model.training_weeks && waits_elsewhere(state);
    if (record.passed || model.fixed) return;
    record.frozen = parked || is_frozen_case(places_);
    if (!was_frozen || record.frozen) return;
    if (model.training_weeks) {
      record.date = model.date(turn_, after_.entered.at(record.region), record.number).value();
    } else if (is_frozen_case(turn_.places_before)) {
      record.date = moved(record.date, days_frozen(), roll_of(turn_, model), turn_.around.calendar);
      record.days_moved += days_frozen();
    }
  }
  int days_frozen() const {
    for (int state : turn_.places_before)
      if (state >= 0 && definition_.states[std::size_t(state)].freezes_deadlines && was_active(state)) {
        auto const& region =
            definition_.regions[std::size_t(definition_.states[std::size_t(state)].region)].id;
        return days_between(turn_.before.entered.at(region), turn_.occurred_on);
      }
    return 0;
  }

  void restart(RowModel const& row) {
    for (auto const& [deadline, period] : row.restarts) {
      auto const& model = definition_.deadlines[std::size_t(deadline)];
      for (auto& record : after_.deadlines) {
        if (record.id != model.id) continue;
        auto date = count_anew(turn_, model, turn_.occurred_on, period);
        if (date.due > record.date.due)
          record.date = std::move(date), record.restarted_on = turn_.occurred_on, record.days_moved = 0;
        record.passed = record.date.due < turn_.around.today && record.passed;
      }
    }
  }

  void begin_those_of(int region) {
    int const state = places_[std::size_t(region)];
    if (state < 0 || !definition_.is_active(places_, state) || !is_entered_anew(state)) return;
    auto const& model = definition_.states[std::size_t(state)];
    for (int deadline : model.deadlines)
      begin(definition_.regions[std::size_t(region)].id, model, deadline, 0);
  }

  Turn& turn_;
  Definition const& definition_;
  Places const& places_;
  Snapshot& after_;
};

std::string label_of_task(std::string_view kind, DeadlineModel const& model, DueDate const& date) {
  std::string const what = std::string(model.label) + " (échéance du " + french(date.due) + ")";
  if (kind == "reminder") return "Relancer la personne : " + what;
  if (kind == "close_proposal") return "Proposer la clôture sans suite : " + what;
  return "En retard : " + what;
}

}  // namespace

std::string task_source_of(DeadlineRecord const& record) {
  return "deadline:" + record.id;
}

void keep_deadlines(Turn& turn, Places const& places, Snapshot& after) {
  Keeper(turn, places, after).keep();
}

void record_passing(Turn& turn, std::size_t position, Snapshot& after) {
  auto record = after.deadlines.at(position);
  auto const& definition = turn.definition;
  auto const& state = definition.state_of(record);
  auto const& model = definition.model_of(record);
  bool const older_is_overdue =
      std::any_of(after.deadlines.begin(), after.deadlines.end(),
                  [&](auto const& other) { return other.id == record.id && other.passed; });
  if (older_is_overdue) {  // the oldest stays in sight; one overdue entry says enough
    after.deadlines.erase(after.deadlines.begin() + std::ptrdiff_t(position));
  } else {
    after.deadlines[position].passed = true;
  }
  bool const asked_already = std::any_of(after.tasks.begin(), after.tasks.end(), [&](TaskRecord const& task) {
    return task.source == task_source_of(record);
  });
  auto const kind = model.task_kind(turn);
  if (!asked_already)
    turn.effects.tasks_opened.push_back({"", std::string(kind), label_of_task(kind, model, record.date),
                                         task_source_of(record), model.owner, record.date.due, false});
  Keeper(turn, turn.places_before, after)
      .begin(record.region, state, definition.find_deadline(state, record.id), record.number + 1);
}

}  // namespace jalon
