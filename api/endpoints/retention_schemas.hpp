// The shapes of retention: the rule, the cases that are due, what became of them.
#pragma once
#include "engine/json/json.hpp"

namespace jalon::api::schemas {

Json retention_rule();
Json new_retention_rule();
Json cases_due();
Json cases_to_erase();
Json erasure();         // the component « Erasure »
Json erasure_result();  // the component « ErasureResult »

}  // namespace jalon::api::schemas
