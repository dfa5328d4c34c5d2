#pragma once

#include "engine/json/json.hpp"

namespace jalon::postgres {

/// Adds to a transmission what its codes mean in French: `label`, and `reason_label` when it has a reason.
void add_labels(Json& transmission);

}  // namespace jalon::postgres
