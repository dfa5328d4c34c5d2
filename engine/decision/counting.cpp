#include "engine/decision/counting.hpp"

#include <algorithm>

#include "engine/decision/step.hpp"

namespace jalon {

namespace {

constexpr char const* set_here = " ; délai fixé par l'établissement";

TermOverride override_of(Turn const& turn, DeadlineModel const& model) {
  return model.period ? turn.around.policy.term(model.id) : TermOverride{};
}

Period times(Period period, int count) {
  return {period.count * count, period.unit};
}

// The period with which some row begins this deadline anew.
std::optional<Period> period_of_reminder(Definition const& definition, DeadlineModel const& model) {
  int const number = int(&model - definition.deadlines.data());
  for (auto const& row : definition.rows)
    for (auto const& restart : row.restarts)
      if (restart.deadline == number) return restart.period;
  return std::nullopt;
}

std::optional<DueDate> date_from_origin(Turn const& turn, DeadlineModel const& model,
                                        DeadlineRecord const& record) {
  auto const period = period_of_reminder(turn.definition, model);
  if (record.restarted_on && period) return count_anew(turn, model, *record.restarted_on, *period);
  auto const entered = turn.before.entered.find(record.region);
  if (entered == turn.before.entered.end()) return std::nullopt;
  return count(turn, model, entered->second, record.number);
}

DueDate recounted(Turn const& turn, DeadlineRecord const& record) {
  auto const& model = turn.definition.model_of(record);
  auto const date = date_from_origin(turn, model, record);
  if (!date) return record.date;
  return moved(*date, record.days_moved, roll_of(turn, model), turn.around.calendar);
}

bool has_passed(Turn const& turn, DeadlineRecord const& record) {
  return record.passed || record.is_overdue(turn.around.today);
}

std::vector<DateChange> changes_of(Turn const& turn, std::set<std::string> const& deadlines) {
  std::vector<DateChange> changes;
  for (auto const& record : turn.before.deadlines) {
    if (!deadlines.contains(record.id) || has_passed(turn, record)) continue;
    auto date = recounted(turn, record);
    if (date.due != record.date.due) changes.push_back({record, std::move(date)});
  }
  return changes;
}

// Only what the data move, so that a date once kept stays.
std::vector<DateChange> changes_between(Turn const& then, Turn const& now) {
  std::vector<DateChange> changes;
  for (auto const& record : now.before.deadlines) {
    if (has_passed(now, record)) continue;
    auto date = recounted(now, record);
    if (date.due != recounted(then, record).due) changes.push_back({record, std::move(date)});
  }
  return changes;
}

void move_dates(Move& move, std::vector<DateChange> const& changes) {
  for (auto const& change : changes)
    std::replace(move.after.deadlines.begin(), move.after.deadlines.end(), change.before, [&] {
      auto record = change.before;
      record.date = change.after;
      return record;
    }());
}

Json moved_dates(std::vector<DateChange> const& changes) {
  Json moves = Json::array();
  for (auto const& [before, after] : changes)
    moves.push_back({{"deadline", before.id},
                     {"number", before.number},
                     {"before", to_string(before.date.due)},
                     {"after", to_string(after.due)}});
  return moves;
}

Json told(std::vector<DateChange> const& changes, std::set<std::string> const& deadlines) {
  return {{"deadlines", deadlines}, {"moved", moved_dates(changes)}};
}

}  // namespace

Roll roll_of(Turn const& turn, DeadlineModel const& model) {
  return override_of(turn, model).roll.value_or(model.roll);
}

std::optional<DueDate> count(Turn const& turn, DeadlineModel const& model, Date entered, int number) {
  auto const own = override_of(turn, model);
  if (!own.period && !own.roll) return model.date(turn, entered, number);
  auto const anchor = model.anchor(turn, entered);
  if (!anchor || (number > 0 && !model.comes_back)) return std::nullopt;
  auto const period = times(own.period.value_or(*model.period), number + 1);
  auto date = due_date(*anchor, period, roll_of(turn, model), turn.around.calendar);
  date.derivation += set_here;
  return date;
}

DueDate count_anew(Turn const& turn, DeadlineModel const& model, Date on, Period period) {
  auto const own = override_of(turn, model);
  auto date = due_date(on, own.after_reminder.value_or(period), roll_of(turn, model), turn.around.calendar);
  if (own.after_reminder || own.roll) date.derivation += set_here;
  return date;
}

std::vector<DateChange> date_changes(Definition const& definition, Snapshot const& snapshot,
                                     std::set<std::string> const& deadlines, Surroundings const& around) {
  Step step(definition, snapshot, around, around.today);
  return changes_of(step.turn(), deadlines);
}

std::optional<Move> recount(Definition const& definition, Snapshot const& before,
                            std::set<std::string> const& deadlines, Surroundings const& around) {
  Step step(definition, before, around, around.today);
  auto const changes = changes_of(step.turn(), deadlines);
  if (changes.empty()) return std::nullopt;
  Move move = step.begin_move("deadlines_recounted", told(changes, deadlines));
  move_dates(move, changes);
  return step.finish(std::move(move));
}

std::optional<Move> see_session(Definition const& definition, Snapshot const& before,
                                Surroundings const& around) {
  auto const& session = around.facts.session;
  if (!session) return std::nullopt;
  Step as_it_was(definition, before, around, around.today), step(definition, before, around, around.today);
  if (!definition.data.see_session(step.turn().data, *session)) return std::nullopt;
  auto const changes = changes_between(as_it_was.turn(), step.turn());
  Json data{{"session", session->id}, {"moved", moved_dates(changes)}};
  if (session->pre_reception_on) data["pre_reception_on"] = to_string(*session->pre_reception_on);
  Move move = step.begin_move("session_changed", std::move(data));
  move_dates(move, changes);
  return step.finish(std::move(move));
}

}  // namespace jalon
