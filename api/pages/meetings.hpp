// Committees and sessions as addresses name them: by their day, « /commissions/2026-12-14 », and where two of
// one kind fall on one day, by their identifier.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// In the order of their days; each as the API lists it, with "on" (its day) and "address".
Json all_committees(Visit const& visit);
Json all_sessions(Visit const& visit);

// The one that the address names (« {which} »); throws ApiProblem not_found.
Json committee_of(Visit const& visit);
Json session_of(Visit const& visit);

}  // namespace jalon::pages
