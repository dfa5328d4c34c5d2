#include <algorithm>

#include "engine/proof/rules.hpp"
#include "engine/proof/survey.hpp"

namespace jalon::proof {

namespace {
bool is_leaving(Definition const& definition, RowModel const& row) {
  return definition.events[std::size_t(row.event)].leaving && !row.internal && !row.alongside;
}

bool is_departed(Definition const& definition, int state) {
  return std::any_of(definition.rows.begin(), definition.rows.end(),
                     [&](RowModel const& row) { return row.target == state && is_leaving(definition, row); });
}

// One way without conditions, or two whose only conditions are each other's opposites.
bool cover_every_case(std::vector<RowModel const*> const& ways) {
  for (auto const* one : ways) {
    if (one->conditions.empty()) return true;
    for (auto const* other : ways)
      if (one->conditions.size() == 1 && other->conditions.size() == 1 &&
          one->conditions[0].id == other->conditions[0].id &&
          one->conditions[0].negated != other->conditions[0].negated)
        return true;
  }
  return false;
}

bool can_be_left(Definition const& definition, int state) {
  std::vector<RowModel const*> ways;
  for (auto const& row : definition.rows)
    if (row.source == state && row.guards.empty() && is_leaving(definition, row)) ways.push_back(&row);
  return cover_every_case(ways);
}

bool tells_the_mdph(RowModel const& row) {
  return std::any_of(row.actions.begin(), row.actions.end(), [](ActionModel const& action) {
    return !action.transmission_code.empty() || action.writes_to_mdph;
  });
}
}  // namespace

void the_person_may_always_leave(Definition const& definition, Findings& findings) {
  for (std::size_t i = 0; i < definition.states.size(); ++i) {
    auto const& state = definition.states[i];
    if (!is_lived_in(state) || state.region < 0 || !has_final_state(definition, state.region)) continue;
    if (is_departed(definition, int(i)) || can_be_left(definition, int(i))) continue;
    findings.push_back({"person_cannot_leave", Severity::error, place_of(definition, int(i)),
                        "la personne ne peut pas toujours partir d'ici en une étape",
                        "ajoutez une ligne sans garde d'un événement LeavingEvent, pour tous les cas"});
  }
}

void every_exit_tells_the_mdph(Definition const& definition, Findings& findings) {
  for (auto const& row : definition.rows) {
    auto const& target = definition.states[std::size_t(row.target)];
    if (!target.final || row.internal || definition.states[std::size_t(row.source)].final) continue;
    if (tells_the_mdph(row) || !target.tells_nobody_because.empty() || !row.tells_nobody_because.empty())
      continue;
    findings.push_back({"silent_exit", Severity::error, row.id,
                        "cette sortie ne dit rien à la MDPH et ne dit pas pourquoi",
                        "ajoutez Transmit<…> ou un message à la MDPH, ou TellsNobody<\"la raison\">"});
  }
}

void templates_are_known(Definition const& definition, ProofContext const& context, Findings& findings) {
  auto const& known = context.message_templates;
  for (auto const& row : definition.rows)
    for (auto const& action : row.actions)
      if (!action.message_template.empty() &&
          std::find(known.begin(), known.end(), action.message_template) == known.end())
        findings.push_back(
            {"unknown_template", Severity::error, row.id,
             "le modèle de message « " + std::string(action.message_template) + " » n'existe pas",
             "écrivez le modèle, ou corrigez son nom"});
}

}  // namespace jalon::proof
