// The parts of /dossiers beside its lines: counts per state, what is chosen, what may be chosen.
#pragma once
#include "api/pages/case_filters.hpp"

namespace jalon::pages {

// [{"label","count","address","here"}]: each state that has a case, in the pathway's order, then the closed
// ones.
Json state_chips(Visit const& visit, CaseFilters const& filters);

// What is chosen, each with the address that leaves it away: [{"label","without"}].
Json chosen_chips(Visit const& visit, CaseFilters const& filters);

// [{"name","label","options":[{"value","label","chosen"}]}]: the lists one chooses from.
Json filter_lists(Visit const& visit, CaseFilters const& filters);

// [{"name","address","id"}]: the account's own.
Json views_of(Visit const& visit);

}  // namespace jalon::pages
