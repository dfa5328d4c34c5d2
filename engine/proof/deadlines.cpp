#include <algorithm>

#include "engine/proof/rules.hpp"
#include "engine/proof/survey.hpp"

namespace jalon::proof {

namespace {
bool holds_deadline(StateModel const& state, int deadline) {
  return std::find(state.deadlines.begin(), state.deadlines.end(), deadline) != state.deadlines.end();
}

// Which of the state's deadlines has this name; null when it has none of that name.
DeadlineModel const* deadline_named(Definition const& definition, int state, std::string_view id) {
  int const found = definition.find_deadline(definition.states[std::size_t(state)], id);
  return found < 0 ? nullptr : &definition.deadlines[std::size_t(found)];
}

bool has_row_on_passing(Definition const& definition, int state, std::string_view deadline) {
  return std::any_of(definition.rows.begin(), definition.rows.end(), [&](RowModel const& row) {
    auto const& event = definition.events[std::size_t(row.event)];
    return row.source == state && event.of_engine && event.id == deadline;
  });
}
}  // namespace

void waiting_states_have_deadlines(Definition const& definition, Findings& findings) {
  for (std::size_t i = 0; i < definition.states.size(); ++i) {
    auto const& state = definition.states[i];
    if (!is_lived_in(state) || !state.deadlines.empty() || !state.no_deadline_because.empty()) continue;
    findings.push_back({"no_deadline", Severity::error, place_of(definition, int(i)),
                        "cet état attend sans échéance et ne dit pas pourquoi",
                        "donnez-lui Deadlines<…>, ou NoDeadline<\"la raison\">"});
  }
}

void resting_states_have_none(Definition const& definition, Findings& findings) {
  for (std::size_t i = 0; i < definition.states.size(); ++i) {
    auto const& state = definition.states[i];
    if (state.deadlines.empty()) continue;
    if (!is_lived_in(state))
      findings.push_back({"contradictory_deadline", Severity::error, place_of(definition, int(i)),
                          "rien n'est attendu dans un état caché ou final, et une échéance y court",
                          "retirez l'échéance de cet état"});
    if (!state.no_deadline_because.empty())
      findings.push_back({"contradictory_deadline", Severity::error, place_of(definition, int(i)),
                          "cet état a une échéance et dit pourquoi il n'en aurait pas",
                          "gardez l'un des deux"});
  }
}

void deadlines_have_owners(Definition const& definition, Findings& findings) {
  for (auto const& deadline : definition.deadlines)
    if (!team_roles().has(deadline.owner))
      findings.push_back({"deadline_owner", Severity::error, std::string(deadline.id),
                          "le responsable de cette échéance n'est pas de l'équipe qui suit les dossiers",
                          "confiez-la à un rôle de l'équipe"});
}

void deadlines_have_effects(Definition const& definition, Findings& findings) {
  for (auto const& deadline : definition.deadlines)
    if (!deadline.date || !deadline.task_kind || !deadline.answered || deadline.rule.empty())
      findings.push_back({"deadline_effect", Severity::error, std::string(deadline.id),
                          "cette échéance n'a pas de date, de règle ou d'effet à son terme",
                          "donnez-lui un terme et ce que son passage demande"});
}

void deadlines_keep_to_a_region(Definition const& definition, Findings& findings) {
  for (std::size_t i = 0; i < definition.states.size(); ++i)
    for (std::size_t j = i + 1; j < definition.states.size(); ++j) {
      auto const& one = definition.states[i];
      auto const& other = definition.states[j];
      if (one.region == other.region) continue;
      for (int deadline : one.deadlines) {
        auto const id = definition.deadlines[std::size_t(deadline)].id;
        if (deadline_named(definition, int(j), id))
          findings.push_back({"deadline_in_two_regions", Severity::error, std::string(id),
                              "le même nom d'échéance court dans deux régions à la fois : " +
                                  place_of(definition, int(i)) + " et " + place_of(definition, int(j)),
                              "donnez-leur deux noms"});
      }
    }
}

void only_automatic_deadlines_move(Definition const& definition, Findings& findings) {
  for (auto const& row : definition.rows) {
    auto const& event = definition.events[std::size_t(row.event)];
    if (!event.of_engine) continue;
    auto const* deadline = deadline_named(definition, row.source, event.id);
    if (!deadline || !deadline->automatic)
      findings.push_back({"automatic_passing", Severity::error, row.id,
                          "le passage d'une échéance ne déplace pas un dossier sans qu'elle soit déclarée "
                          "automatique dans cet état",
                          "confiez la ligne à un événement d'une personne"});
  }
  for (std::size_t i = 0; i < definition.states.size(); ++i)
    for (std::size_t d = 0; d < definition.deadlines.size(); ++d)
      if (definition.deadlines[d].automatic && holds_deadline(definition.states[i], int(d)) &&
          !has_row_on_passing(definition, int(i), definition.deadlines[d].id))
        findings.push_back({"automatic_passing", Severity::error, place_of(definition, int(i)),
                            "l'échéance automatique " + std::string(definition.deadlines[d].id) +
                                " n'a pas de ligne à son passage",
                            "ajoutez Row<…, Passed<…>, …>, ou retirez « automatic »"});
}

void restarts_have_a_deadline(Definition const& definition, Findings& findings) {
  for (auto const& row : definition.rows)
    for (auto const& restart : row.restarts)
      if (restart.deadline < 0 || std::size_t(restart.deadline) >= definition.deadlines.size() ||
          !holds_deadline(definition.states[std::size_t(row.target)], restart.deadline))
        findings.push_back({"restart_elsewhere", Severity::error, row.id,
                            "cette ligne relance une échéance qui ne court pas dans l'état où elle mène",
                            "nommez une échéance de cet état"});
}

}  // namespace jalon::proof
