#include "tests/kit/engine/random_walk.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/decision/evaluation.hpp"
#include "engine/decision/step.hpp"
#include "tests/kit/engine/interpreter.hpp"
#include "tests/kit/engine/move_text.hpp"

namespace jalon {

namespace {
constexpr int longest_case = 100;  // entries; long cases are slow and show nothing new
}

using kit::draw;
using kit::happens;

RandomWalk::Side::Side(Definition const& original, std::shared_ptr<Kernel const> worker)
    : kernel(std::make_shared<kit::RecordingKernel>(std::move(worker))), definition(original) {
  definition.kernel = kernel;
}

RandomWalk::RandomWalk(Definition const& definition, std::uint64_t seed)
    : chance_(seed),
      machine_(definition, definition.kernel),
      interpreter_(definition, std::make_shared<kit::Interpreter>()) {
  RoleSet everybody = case_readers();
  everybody.add(Role::administrator);
  world_.act_as(everybody);
  start_anew();
}

void RandomWalk::take(int steps) {
  for (int i = 0; i < steps; ++i) {
    bool const over = is_over() && happens(chance_, 0.3);
    if (over || case_.revision > longest_case || happens(chance_, 0.01)) start_anew();
    if (case_.revision > 0 && happens(chance_, 0.1))
      pass_time();
    else
      send_event();
  }
}

bool RandomWalk::is_over() const {
  auto const& definition = machine_.definition;
  return is_closed(definition, case_) ||
         definition.has_active(definition.places_of(case_), &StateModel::terminal);
}

void RandomWalk::start_anew() {
  if (!visited_.empty() && happens(chance_, 0.6)) {
    auto const chosen = std::next(visited_.begin(), draw(chance_, 0, int(visited_.size()) - 1));
    std::tie(case_, world_.today) = chosen->second;
    return;
  }
  world_.today = kit::day("2026-01-05");
  case_ = kit::unopened_case(machine_.definition);
  auto const& events = machine_.definition.events;
  if (std::any_of(events.begin(), events.end(), [](EventModel const& event) { return event.opening; }))
    return;
  case_.revision = 1;  // a small definition without an opening event begins where its regions do
  for (auto const& region : machine_.definition.regions)
    if (region.machine == 0) {
      case_.places[region.id] = machine_.definition.states[std::size_t(region.initial)].id;
      case_.entered[region.id] = world_.today;
    }
}

void RandomWalk::draw_facts() {
  world_.facts.session = SessionFact{std::string(kit::session_id),
                                     plus_days(world_.today, draw(chance_, 0, 60)),
                                     draw(chance_, 8, 14),
                                     std::nullopt,
                                     8,
                                     draw(chance_, 0, 9)};
  world_.facts.committee =
      CommitteeFact{std::string(kit::committee_id), plus_days(world_.today, draw(chance_, 0, 30))};
  world_.facts.other_case_exists = happens(chance_, 0.9);
  world_.facts.account_exists = happens(chance_, 0.9);
}

void RandomWalk::send_event() {
  draw_facts();
  auto const around = world_.surroundings();
  Command command;
  command.event = choose_event(around);
  command.data = data_for(command.event);
  auto const decision = decide(machine_.definition, case_, command, around);
  compare(decision, decide(interpreter_.definition, case_, command, around));
  if (auto const* move = std::get_if<Move>(&decision)) {
    check_declared_order(command);
    go_on_from(*move);
    ++moves_;
  } else {
    ++refusals_;
  }
}

// The clock goes to the day after a deadline that has not passed, or a few days on.
void RandomWalk::pass_time() {
  std::vector<DeadlineRecord> waiting;
  for (auto const& record : case_.deadlines)
    if (!record.passed && !record.frozen) waiting.push_back(record);
  if (waiting.empty() || happens(chance_, 0.3)) {
    world_.today = plus_days(world_.today, draw(chance_, 0, 20));
    return;
  }
  auto const& record = waiting[std::size_t(draw(chance_, 0, int(waiting.size()) - 1))];
  world_.today = std::max(world_.today, plus_days(record.date.due, 1));
  auto const around = world_.surroundings();
  auto const move = pass_deadline(machine_.definition, case_, record.id, record.number, around);
  auto const other = pass_deadline(interpreter_.definition, case_, record.id, record.number, around);
  if (!move || !other) throw std::runtime_error("the passing of " + record.id + " was not recorded");
  compare(*move, *other);
  go_on_from(*move);
  ++passings_;
}

// Mostly what is possible, of that often what has been done least; now and then anything.
std::string RandomWalk::choose_event(Surroundings const& around) {
  auto const& events = machine_.definition.events;
  if (case_.revision == 0)
    for (auto const& event : events)
      if (event.opening) return std::string(event.id);
  auto const actions = possible_actions(machine_.definition, case_, around);
  if (actions.empty() || happens(chance_, 0.05))
    return std::string(events[std::size_t(draw(chance_, 0, int(events.size()) - 1))].id);
  if (happens(chance_, 0.4)) return least_fired(actions);
  auto const& chosen = actions[std::size_t(draw(chance_, 0, int(actions.size()) - 1))];
  return std::string(events[std::size_t(chosen.event)].id);
}

std::string RandomWalk::least_fired(std::vector<PossibleAction> const& actions) const {
  auto const& definition = machine_.definition;
  auto const places = definition.places_of(case_);
  int least_event = actions.front().event, least = 1 << 30;
  for (auto const& action : actions)
    for (int number : definition.events[std::size_t(action.event)].rows) {
      auto const& row = definition.rows[std::size_t(number)];
      auto const found = fired_.find(row.id);
      int const times = found == fired_.end() ? 0 : found->second;
      if (definition.is_active(places, row.source) && times < least)
        least = times, least_event = action.event;
    }
  return std::string(definition.events[std::size_t(least_event)].id);
}

Json RandomWalk::data_for(std::string const& event) {
  auto const& model = machine_.definition.events[std::size_t(machine_.definition.find_event(event))];
  Json data = kit::random_data(chance_, model.schema(), world_.today);
  if (!model.opening || happens(chance_, 0.1)) return data;
  return kit::opening_data(happens(chance_, 0.5) ? "paper" : "digital", world_.today);
}

void RandomWalk::compare(Decision const& by_machine, Decision const& by_interpreter) {
  bool const moved = std::holds_alternative<Move>(by_machine);
  if (are_the_same(by_machine, by_interpreter) &&
      (!moved || machine_.kernel->last() == interpreter_.kernel->last()))
    return;
  auto const one = text_of(by_machine), other = text_of(by_interpreter);
  throw std::runtime_error("after revision " + std::to_string(case_.revision) + " in " +
                           Json(case_.places).dump() + "\nthe machine: " + one + "\nthe interpreter: " +
                           other + (one == other ? "\n(they differ in the order of entries and exits)" : ""));
}

// Of two rows of one state that could both fire, the later one must be declared `Otherwise`.
void RandomWalk::check_declared_order(Command const& command) {
  auto const& definition = machine_.definition;
  auto const around = world_.surroundings();
  int const number = definition.find_event(command.event);
  auto const& event = definition.events[std::size_t(number)];
  FieldErrors none;
  auto const data = event.parse(command.data, none);
  Step step(definition, case_, around, event.own_date(data.get()).value_or(world_.today));
  step.set_event(number, data);
  std::map<int, std::string> ready;
  for (int row_number : event.rows) {
    auto const& row = definition.rows[std::size_t(row_number)];
    if (!definition.is_active(step.turn().places_before, row.source) || !conditions_hold(step.turn(), row) ||
        !failed_guards(step.turn(), row).empty())
      continue;
    auto const [first, is_first] = ready.emplace(row.source, row.id);
    if (!is_first && !row.otherwise)
      throw std::runtime_error(first->second + " and " + row.id + " could fire together");
  }
}

void RandomWalk::go_on_from(Move const& move) {
  case_ = move.after;
  for (auto const& row : move.rows) ++fired_[row];
  remember();
}

// One case, mostly a short one, per set of places, entered or not: walks begin again in all of them.
void RandomWalk::remember() {
  std::string key;
  for (auto const& [region, state] : case_.places)
    if (region.find('.') == region.npos && region != "via_trajectoire") key += state + " ";
  if (case_.data.contains("entered_on")) key += "entered";
  auto const known = visited_.find(key);
  if (known == visited_.end() || case_.revision < known->second.first.revision || happens(chance_, 0.1))
    visited_[key] = {case_, world_.today};
}

std::vector<std::string> RandomWalk::rows_never_fired() const {
  std::vector<std::string> rows;
  for (auto const& row : machine_.definition.rows)
    if (!fired_.contains(row.id)) rows.push_back(row.id);
  return rows;
}

double RandomWalk::share_of_rows_fired() const {
  return double(fired_.size()) / double(machine_.definition.rows.size());
}

}  // namespace jalon
