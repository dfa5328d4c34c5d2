// Whether this process can serve: the database answers, and what comes by itself comes.
#pragma once
#include "api/commands/background_work.hpp"
#include "api/commands/program.hpp"
#include "api/endpoints/house.hpp"

namespace jalon::commands {

// A part that is not « ok » says what is wrong and what to look at, in French.
api::Readiness readiness_of(Program& program, BackgroundWork const& background);

}  // namespace jalon::commands
