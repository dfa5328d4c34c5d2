#include <algorithm>

#include "engine/proof/rules.hpp"
#include "engine/proof/survey.hpp"

namespace jalon::proof {

namespace {
void find_states_of_two_regions(Definition const& definition, Findings& findings) {
  std::vector<int> region_of(definition.states.size(), -1);
  for (std::size_t region = 0; region < definition.regions.size(); ++region) {
    auto const reached = reached_from(definition, definition.regions[region].initial);
    for (std::size_t i = 0; i < reached.size(); ++i) {
      if (!reached[i]) continue;
      if (region_of[i] >= 0)
        findings.push_back(
            {"row_crosses_regions", Severity::error, place_of(definition, int(i)),
             "deux régions mènent à cet état : " + definition.regions[std::size_t(region_of[i])].id + " et " +
                 definition.regions[region].id,
             "une ligne reste dans sa région ; une autre région suit par Alongside"});
      region_of[i] = int(region);
    }
  }
}

bool has_row(Definition const& definition, int source, int target) {
  return std::any_of(definition.rows.begin(), definition.rows.end(), [&](RowModel const& row) {
    return row.source == source && row.target == target && !row.internal;
  });
}
}  // namespace

void rows_stay_in_their_region(Definition const& definition, Findings& findings) {
  find_states_of_two_regions(definition, findings);
  for (auto const& row : definition.rows)
    if (definition.states[std::size_t(row.source)].machine != row.machine ||
        definition.states[std::size_t(row.target)].machine != row.machine)
      findings.push_back({"row_crosses_regions", Severity::error, row.id,
                          "cette ligne relie deux machines, l'une dans l'autre",
                          "écrivez-la dans la table de l'état composite"});
}

void composites_stand_once(Definition const& definition, Findings& findings) {
  for (std::size_t machine = 1; machine < definition.machines.size(); ++machine) {
    auto const count = std::count_if(definition.states.begin(), definition.states.end(),
                                     [&](StateModel const& state) { return state.inner == int(machine); });
    if (count != 1)
      findings.push_back({"composite_used_twice", Severity::error,
                          std::string(definition.machines[machine].id),
                          "cet état composite est employé " + std::to_string(count) + " fois",
                          "employez-le une fois et une seule"});
  }
}

namespace {
// Comes from the composite or from another state that keeps its place: else there is no place to keep.
bool only_follows(Definition const& definition, int state, int composite) {
  int const remembered = definition.states[std::size_t(state)].remembered;
  return std::none_of(definition.rows.begin(), definition.rows.end(), [&](RowModel const& row) {
    return row.target == state && row.source != composite &&
           definition.states[std::size_t(row.source)].remembered != remembered;
  });
}
}  // namespace

void history_is_consistent(Definition const& definition, Findings& findings) {
  for (std::size_t i = 0; i < definition.states.size(); ++i) {
    int const remembered = definition.states[i].remembered;
    if (remembered < 0) continue;
    int const composite = definition.machines[std::size_t(remembered)].parent_state;
    if (composite >= 0 && has_row(definition, composite, int(i)) && has_row(definition, int(i), composite) &&
        only_follows(definition, int(i), composite))
      continue;
    findings.push_back({"history", Severity::error, place_of(definition, int(i)),
                        "cet état garde la place d'un composite dont il ne vient pas toujours, "
                        "ou où il ne revient pas",
                        "gardez les lignes d'aller et de retour seules, ou retirez Remembers<…>"});
  }
}

}  // namespace jalon::proof
