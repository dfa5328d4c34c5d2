// What became of the cases of a batch.
#pragma once
#include "api/commands/options.hpp"
#include "engine/json/json.hpp"

namespace jalon::commands {

// A line for each case of a batch's answer, and how it stands. Throws CommandFailed when one was refused.
void print_results(CommonOptions const& common, Json const& answer);

}  // namespace jalon::commands
