#include "engine/runner/entry.hpp"

namespace jalon {

namespace {
Json facts_of(Facts const& facts) {
  Json json = Json::object();
  if (auto const& session = facts.session)
    json["session"] = {{"id", session->id},
                       {"entry_on", to_string(session->entry_on)},
                       {"weeks", session->weeks},
                       {"capacity", session->capacity},
                       {"taken", session->taken}};
  if (auto const& session = facts.session; session && session->pre_reception_on)
    json["session"]["pre_reception_on"] = to_string(*session->pre_reception_on);
  if (auto const& committee = facts.committee)
    json["committee"] = {{"id", committee->id}, {"held_on", to_string(committee->held_on)}};
  if (facts.settings_revision > 0) json["settings_revision"] = facts.settings_revision;
  return json;
}

void want(Referent what, std::string value, LoadRequest& wanted) {
  switch (what) {
    case Referent::session:
      wanted.session = std::move(value);
      return;
    case Referent::committee:
      wanted.committee = std::move(value);
      return;
    case Referent::other_case:
      wanted.other_case = std::move(value);
      return;
    case Referent::account:
      wanted.account = std::move(value);
      return;
  }
}
}  // namespace

Entry make_entry(Definition const& definition, Snapshot const& before, Move move, Surroundings const& around,
                 std::string establishment, std::string command_id) {
  Entry entry;
  entry.command_id = std::move(command_id);
  entry.establishment = std::move(establishment);
  entry.at = around.now;
  entry.actor = around.actor.login;
  entry.expected_revision = before.revision;
  entry.states_before = visible_states(definition, before);
  if (before.revision == 0) entry.states_before.clear();
  entry.states_after = visible_states(definition, move.after);
  entry.closed = is_closed(definition, move.after);
  entry.person_changed = before.revision == 0 || before.person != move.after.person;
  entry.facts = facts_of(around.facts);
  entry.move = std::move(move);
  return entry;
}

void add_references(Definition const& definition, Command const& command, LoadRequest& wanted) {
  int const event = definition.find_event(command.event);
  if (event < 0 || !command.data.is_object()) return;
  for (auto const& [field, what] : definition.events[std::size_t(event)].references) {
    auto const found = command.data.find(field);
    if (found == command.data.end() || !found->is_string()) continue;
    auto const& value = found->get_ref<std::string const&>();
    bool const sound = what == Referent::account ? is_login(value) : is_uuid(value);
    if (sound) want(what, value, wanted);
  }
}

void add_plans(Definition const& definition, Snapshot const& then, LoadRequest& wanted) {
  auto const data = definition.data.read(then.data);
  wanted.session = definition.data.seat(data.get());
  if (auto const committee = definition.data.committee(data.get())) wanted.committee = committee->id;
}

std::optional<Refusal> refuse_changed_plans(Definition const& definition, Snapshot const& then,
                                            Facts const& facts) {
  auto const committee = definition.data.committee(definition.data.read(then.data).get());
  if (!committee || (facts.committee && facts.committee->held_on == committee->held_on)) return std::nullopt;
  return Refusal{Refusal::Kind::refused,
                 "Quelque chose manque encore.",
                 {},
                 {{"committee_as_it_was",
                   "la commission de cette étape a été déplacée ou supprimée depuis : revenez à une étape "
                   "d'avant l'inscription"}}};
}

Json trial_answer(std::function<Json(Definition const&, Snapshot const&, Surroundings const&)> const& present,
                  Definition const& definition, Move const& move, Surroundings const& around) {
  Json answer = present(definition, move.after, around);
  answer["dry_run"] = true;
  answer["effects"] = to_json(move.effects);
  return answer;
}

Definition const& definition_of(std::vector<Definition> const& definitions, Snapshot const& snapshot) {
  for (auto const& definition : definitions)
    if (definition.id == snapshot.workflow && definition.version == snapshot.definition_version)
      return definition;
  throw UnknownPlace("ce programme n'a pas la version " + std::to_string(snapshot.definition_version) +
                     " du parcours " + snapshot.workflow);
}

}  // namespace jalon
