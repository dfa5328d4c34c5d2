#include <algorithm>

#include "engine/proof/rules.hpp"
#include "engine/proof/survey.hpp"

namespace jalon::proof {

namespace {
EventModel const& event_of(Definition const& definition, RowModel const& row) {
  return definition.events[std::size_t(row.event)];
}

bool told_apart_by_conditions(RowModel const& first, RowModel const& later) {
  for (auto const& one : first.conditions)
    for (auto const& other : later.conditions)
      if (exclude_each_other(one, other)) return true;
  return false;
}

// `Otherwise` gives way to a row before it that can be refused; after one that cannot, it never fires.
bool gives_way(RowModel const& first, RowModel const& later) {
  bool const may_be_refused = !first.guards.empty() || !first.conditions.empty();
  return later.otherwise && !first.otherwise && may_be_refused;
}

bool has_primary_elsewhere(Definition const& definition, RowModel const& row) {
  int const region = definition.states[std::size_t(row.source)].region;
  return std::any_of(definition.rows.begin(), definition.rows.end(), [&](RowModel const& other) {
    return other.event == row.event && !other.alongside &&
           definition.states[std::size_t(other.source)].region != region;
  });
}
}  // namespace

void events_have_roles(Definition const& definition, Findings& findings) {
  constexpr RoleSet outside{Role::administrator};
  for (auto const& row : definition.rows) {
    auto const& event = event_of(definition, row);
    if (event.of_engine) {
      if (!row.roles.empty())
        findings.push_back({"event_without_role", Severity::error, row.id,
                            "le passage du temps n'appartient à aucun rôle", "retirez les rôles"});
    } else if (event.roles.empty() || row.roles.empty()) {
      findings.push_back({"event_without_role", Severity::error, row.id,
                          "personne n'a le droit de déclencher cette ligne", "donnez By<…> à l'événement"});
    } else if (row.roles.meets(outside)) {
      findings.push_back({"event_without_role", Severity::error, row.id,
                          "l'administrateur des comptes ne voit aucun dossier", "choisissez un autre rôle"});
    }
  }
}

void events_have_rows(Definition const& definition, Findings& findings) {
  for (std::size_t i = 0; i < definition.events.size(); ++i)
    if (std::none_of(definition.rows.begin(), definition.rows.end(),
                     [&](RowModel const& row) { return row.event == int(i); }))
      findings.push_back({"event_without_row", Severity::error, std::string(definition.events[i].id),
                          "aucune ligne ne répond à cet événement", "ajoutez une ligne, ou retirez-le"});
}

void one_event_opens(Definition const& definition, Findings& findings) {
  auto const count = std::count_if(definition.events.begin(), definition.events.end(),
                                   [](EventModel const& event) { return event.opening; });
  if (count != 1)
    findings.push_back({"opening_event", Severity::error, std::string(definition.id),
                        std::to_string(count) + " événements ouvrent un dossier, un seul est attendu",
                        "marquez OpeningEvent celui qui apporte la personne et la notification"});
  for (auto const& row : definition.rows)
    if (event_of(definition, row).opening && !definition.states[std::size_t(row.source)].hidden)
      findings.push_back({"opening_event", Severity::error, row.id,
                          "un dossier déjà ouvert ne s'ouvre pas une seconde fois",
                          "partez d'un état caché (Hidden)"});
}

void rows_have_an_order(Definition const& definition, Findings& findings) {
  for (std::size_t i = 0; i < definition.rows.size(); ++i)
    for (std::size_t j = i + 1; j < definition.rows.size(); ++j) {
      auto const& first = definition.rows[i];
      auto const& later = definition.rows[j];
      if (first.source != later.source || first.event != later.event) continue;
      if (told_apart_by_conditions(first, later) || gives_way(first, later)) continue;
      findings.push_back(
          {"undeclared_order", Severity::error, later.id,
           "cette ligne et " + first.id + " pourraient partir ensemble, ou elle ne part jamais",
           "séparez-les par When<C> et When<Not<C>>, par deux conditions d'une même famille, "
           "ou par Otherwise après une ligne gardée"});
    }
}

void alongside_rows_have_a_primary(Definition const& definition, Findings& findings) {
  for (auto const& row : definition.rows)
    if (row.alongside && !has_primary_elsewhere(definition, row))
      findings.push_back({"alongside_alone", Severity::error, row.id,
                          "cette ligne n'accompagne aucune ligne d'une autre région",
                          "retirez Alongside, ou ajoutez la ligne qu'elle accompagne"});
}

void guards_are_not_silent(Definition const& definition, Findings& findings) {
  for (auto const& row : definition.rows)
    if ((row.alongside || event_of(definition, row).of_engine) && !row.guards.empty())
      findings.push_back({"silent_guard", Severity::error, row.id,
                          "personne ne lira la raison de cette garde : la ligne suit un autre mouvement",
                          "écrivez une condition (When<…>) au lieu d'une garde"});
}

void terminal_states_have_no_rows(Definition const& definition, Findings& findings) {
  for (auto const& row : definition.rows)
    if (definition.states[std::size_t(row.source)].terminal)
      findings.push_back({"row_from_terminal", Severity::error, row.id,
                          "rien ne part d'un état terminal : cette ligne ne servira jamais",
                          "retirez la ligne, ou la marque Terminal"});
}

void interruptions_end(Definition const& definition, Findings& findings) {
  for (std::size_t i = 0; i < definition.states.size(); ++i) {
    if (!definition.states[i].interrupting) continue;
    bool const ends = std::any_of(definition.rows.begin(), definition.rows.end(), [&](RowModel const& row) {
      return row.source == int(i) && !row.alongside &&
             !definition.states[std::size_t(row.target)].interrupting;
    });
    if (!ends)
      findings.push_back({"endless_interruption", Severity::error, place_of(definition, int(i)),
                          "rien ne met fin à cette interruption", "ajoutez une ligne qui en sort"});
  }
}

}  // namespace jalon::proof
