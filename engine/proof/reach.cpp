#include <algorithm>

#include "engine/proof/rules.hpp"
#include "engine/proof/survey.hpp"

namespace jalon::proof {

namespace {
std::vector<char> reached_in_all_regions(Definition const& definition) {
  std::vector<char> reached(definition.states.size(), 0);
  for (auto const& region : definition.regions) {
    auto const more = reached_from(definition, region.initial);
    for (std::size_t i = 0; i < reached.size(); ++i) reached[i] = reached[i] || more[i];
  }
  return reached;
}

// A state inside a composite is reached only when the composite is.
bool is_entered(Definition const& definition, std::vector<char> const& reached, int state) {
  if (!reached[std::size_t(state)]) return false;
  int const parent =
      definition.machines[std::size_t(definition.states[std::size_t(state)].machine)].parent_state;
  return parent < 0 || is_entered(definition, reached, parent);
}

std::vector<char> final_states(Definition const& definition) {
  std::vector<char> finals;
  for (auto const& state : definition.states) finals.push_back(state.final || state.terminal);
  return finals;
}
}  // namespace

void every_state_is_reachable(Definition const& definition, Findings& findings) {
  auto const reached = reached_in_all_regions(definition);
  for (std::size_t i = 0; i < definition.states.size(); ++i)
    if (!is_entered(definition, reached, int(i)))
      findings.push_back({"unreachable_state", Severity::error, place_of(definition, int(i)),
                          "aucune ligne ne mène à cet état", "ajoutez une ligne vers lui, ou retirez-le"});
}

void every_state_leads_to_an_end(Definition const& definition, Findings& findings) {
  auto const leading = leading_to(definition, final_states(definition));
  bool ends_somewhere = false;
  for (std::size_t region = 0; region < definition.regions.size(); ++region) {
    if (!has_final_state(definition, int(region))) continue;
    ends_somewhere = true;
    auto const reached = reached_from(definition, definition.regions[region].initial);
    for (std::size_t i = 0; i < reached.size(); ++i)
      if (reached[i] && !leading[i])
        findings.push_back({"no_way_to_final", Severity::error, place_of(definition, int(i)),
                            "de cet état, aucun chemin ne mène à une clôture",
                            "ajoutez une ligne qui avance vers un état final"});
  }
  if (!ends_somewhere)
    findings.push_back({"no_way_to_final", Severity::error, std::string(definition.id),
                        "aucune région n'a d'état final : un dossier ne pourrait jamais être clos",
                        "marquez Final les états de clôture"});
}

void no_state_is_a_dead_end(Definition const& definition, Findings& findings) {
  for (std::size_t i = 0; i < definition.states.size(); ++i) {
    auto const& state = definition.states[i];
    bool const has_row = std::any_of(definition.rows.begin(), definition.rows.end(),
                                     [&](RowModel const& row) { return row.source == int(i); });
    if (!is_lived_in(state) || state.deadlines.empty() || has_row) continue;
    findings.push_back({"dead_end", Severity::error, place_of(definition, int(i)),
                        "une échéance court ici, mais aucun événement ne peut y répondre",
                        "ajoutez la ligne qui y répond, ou retirez l'échéance"});
  }
}

}  // namespace jalon::proof
