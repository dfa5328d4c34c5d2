// How long a session of the pages lasts: the setting « sessions » {"idle_minutes","hours"}. An hour of rest
// and a working day by default: fifteen minutes would end it under a telephone call at a desk.
#pragma once
#include "engine/ports/log_ins.hpp"

namespace jalon {

// Null, when it was never set, is the default. Throws std::invalid_argument in French: 5 minutes to 8 hours
// of rest, 1 to 24 hours in all.
SessionLimits read_session_settings(Json const& value);

}  // namespace jalon
