#include "engine/decision/decision.hpp"

#include <algorithm>

#include "engine/decision/deadline_keeping.hpp"
#include "engine/decision/evaluation.hpp"
#include "engine/decision/step.hpp"

namespace jalon {

namespace {

Refusal invalid(FieldErrors errors) {
  return {Refusal::Kind::invalid_data, "Des données ne conviennent pas.", std::move(errors), {}};
}

bool some_row_admits(Definition const& definition, EventModel const& event, RoleSet roles) {
  return std::any_of(event.rows.begin(), event.rows.end(),
                     [&](int row) { return definition.rows[std::size_t(row)].roles.meets(roles); });
}

std::optional<Refusal> refuse_before_looking(Definition const& definition, Snapshot const& before,
                                             EventModel const* event, Command const& command,
                                             Actor const& actor) {
  if (event && !some_row_admits(definition, *event, actor.roles))
    return Refusal{Refusal::Kind::role_not_allowed, "Votre rôle ne permet jamais cette action.", {}, {}};
  if (command.expected_revision && *command.expected_revision != before.revision)
    return Refusal{
        Refusal::Kind::stale, "Le dossier a changé depuis que vous l'avez lu : relisez-le.", {}, {}};
  if (!event) return invalid({{"/event", "unknown_event", "cet événement n'existe pas dans ce parcours"}});
  return std::nullopt;
}

std::optional<Refusal> refuse_by_place(Turn const& turn, std::vector<int> const& live) {
  if (live.empty())
    return Refusal{
        Refusal::Kind::not_allowed_here, "Cette action n'est pas possible là où en est le dossier.", {}, {}};
  bool const role_fits = std::any_of(live.begin(), live.end(), [&](int row) {
    return admits(turn, turn.definition.rows[std::size_t(row)]);
  });
  if (!role_fits)
    return Refusal{
        Refusal::Kind::role_not_allowed, "À cette étape, cette action revient à un autre rôle.", {}, {}};
  return std::nullopt;
}

// The event's own date and `occurred_on` are one; absent both, it is today.
Date settle_date(EventModel const& event, void const* data, Command const& command, Date today,
                 FieldErrors& errors) {
  auto const own = event.own_date(data);
  if (own && command.occurred_on && *own != *command.occurred_on)
    errors.push_back({"/occurred_on", "unequal_dates", "cette date diffère de celle des données"});
  return own ? *own : command.occurred_on.value_or(today);
}

Date earliest_date(Turn const& turn, std::vector<int> const& live) {
  Date earliest = turn.before.notification.received_on;
  for (int number : live) {
    auto const& row = turn.definition.rows[std::size_t(number)];
    if (row.may_precede_state || !admits(turn, row) || !conditions_hold(turn, row)) continue;
    int const region = turn.definition.states[std::size_t(row.source)].region;
    auto const entered = turn.before.entered.find(turn.definition.regions[std::size_t(region)].id);
    if (entered != turn.before.entered.end()) earliest = std::max(earliest, entered->second);
  }
  return earliest;
}

void check_date(Turn const& turn, std::vector<int> const& live, FieldErrors& errors) {
  if (turn.before.revision == 0) return;  // the notification's reception, checked with it
  if (turn.occurred_on > turn.around.today)
    errors.push_back({"/occurred_on", "future", "cette date est dans l'avenir"});
  Date const earliest = earliest_date(turn, live);
  if (turn.occurred_on < earliest)
    errors.push_back({"/occurred_on", "before_state", "l'étape n'a commencé que le " + french(earliest)});
}

void check_references(EventModel const& event, Json const& data, Facts const& facts, FieldErrors& errors) {
  for (auto const& [field, what] : event.references) {
    if (!data.contains(field) || data[field].is_null()) continue;
    bool known = false;
    switch (what) {
      case Referent::session:
        known = facts.session.has_value();
        break;
      case Referent::committee:
        known = facts.committee.has_value();
        break;
      case Referent::other_case:
        known = facts.other_case_exists;
        break;
      case Referent::account:
        known = facts.account_exists;
        break;
    }
    if (!known) errors.push_back({"/data/" + field, "reference", "cet identifiant ne mène à rien"});
  }
}

void check_opening(EventModel const& event, void const* data, Date today, FieldErrors& errors) {
  if (!event.opening) return;
  Person person;
  Notification notification;
  event.open(data, person, notification);
  check_person(person, today, "/data/person", errors);
  check_notification(notification, today, "/data/notification", errors);
}

Date opening_date(EventModel const& event, void const* data) {
  Person person;
  Notification notification;
  event.open(data, person, notification);
  return notification.received_on;
}

}  // namespace

Decision decide(Definition const& definition, Snapshot const& before, Command const& command,
                Surroundings const& around) {
  int const number = definition.find_event(command.event);
  auto const* event = number < 0 || definition.events[std::size_t(number)].of_engine
                          ? nullptr
                          : &definition.events[std::size_t(number)];
  if (auto refusal = refuse_before_looking(definition, before, event, command, around.actor)) return *refusal;

  Step step(definition, before, around, around.today);
  Turn& turn = step.turn();
  step.set_event(number, nullptr);
  auto const live = live_rows(turn);
  if (auto refusal = refuse_by_place(turn, live)) return *refusal;

  FieldErrors errors = command.errors;
  auto data = event->parse(command.data, errors);
  if (!errors.empty()) return invalid(std::move(errors));
  turn.occurred_on = settle_date(*event, data.get(), command, around.today, errors);
  if (event->opening) turn.occurred_on = opening_date(*event, data.get());
  step.set_event(number, data);
  check_opening(*event, data.get(), around.today, errors);
  check_references(*event, command.data, around.facts, errors);
  check_date(turn, live, errors);
  if (errors.empty() && event->check) event->check(turn, errors);
  if (!errors.empty()) return invalid(std::move(errors));

  auto const evaluation = admit_rows(turn, live);
  if (!evaluation.blocked_by.empty())
    return Refusal{Refusal::Kind::refused, "Quelque chose manque encore.", {}, evaluation.blocked_by};
  if (!evaluation.any_row)
    return Refusal{
        Refusal::Kind::not_allowed_here, "Cette action n'est pas possible là où en est le dossier.", {}, {}};
  Move move = step.begin_move(command.event, command.data);
  if (event->opening) step.open(*event, move);
  return step.run(std::move(move));
}

std::optional<Move> pass_deadline(Definition const& definition, Snapshot const& before,
                                  std::string const& deadline, int number, Surroundings const& around) {
  auto const found =
      std::find_if(before.deadlines.begin(), before.deadlines.end(), [&](DeadlineRecord const& record) {
        return record.id == deadline && record.number == number && !record.passed && !record.frozen;
      });
  if (found == before.deadlines.end()) return std::nullopt;
  Step step(definition, before, around, around.today);
  Move move =
      step.begin_move("deadline_passed", {{"deadline", deadline}, {"due", to_string(found->date.due)}});
  record_passing(step.turn(), std::size_t(found - before.deadlines.begin()), move.after);
  int const event = definition.find_event(deadline);
  if (event < 0 || !definition.events[std::size_t(event)].of_engine) return step.finish(std::move(move));
  FieldErrors none;
  step.set_event(event, definition.events[std::size_t(event)].parse(Json::object(), none));
  if (auto const live = live_rows(step.turn()); !live.empty()) admit_rows(step.turn(), live);
  return step.run(std::move(move));
}

std::map<std::string, std::string> visible_states(Definition const& definition, Snapshot const& snapshot) {
  std::map<std::string, std::string> states;
  auto const places = definition.places_of(snapshot);
  for (std::size_t region = 0; region < places.size(); ++region) {
    int const state = places[region];
    if (state < 0 || !definition.is_active(places, state) || definition.states[std::size_t(state)].hidden)
      continue;
    states[definition.regions[region].id] = definition.states[std::size_t(state)].id;
  }
  return states;
}

bool is_closed(Definition const& definition, Snapshot const& snapshot) {
  return definition.has_active(definition.places_of(snapshot), &StateModel::final);
}

}  // namespace jalon
