// A case as the contract shows it.
#pragma once
#include "engine/decision/decision.hpp"

namespace jalon::api {

// Without the schemas of the actions' data, which never change: `with_schemas` adds them when the answer
// leaves.
Json present_case(Definition const& definition, Snapshot const& snapshot, Surroundings const& around);
void with_schemas(std::vector<Definition> const& definitions, Json& answer);

Json present_deadline(DeadlineRecord const& record, Definition const& definition, Date today);

}  // namespace jalon::api
