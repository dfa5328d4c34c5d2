#pragma once

#include "engine/json/json.hpp"

namespace jalon::postgres {

/// Adds to a transmission what it means in French: `label`, `reason_label` when it has a reason, and
/// `wording`, the text to copy into ViaTrajectoire.
void add_words(Json& transmission);

/// A task that comes with its transmission keeps of it the identifier (`transmission`), `wording`, `delivery`
/// and `problem`; any other task keeps nothing.
void show_transmission(Json& task);

}  // namespace jalon::postgres
