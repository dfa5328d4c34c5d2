// What became of the cases of a batch.
#pragma once
#include <string>
#include <vector>

#include "api/commands/options.hpp"
#include "engine/json/json.hpp"

namespace jalon::commands {

// A line for each case of a batch's answer, and how it stands; `unknown` are cases that were named and are
// not there. Throws CommandFailed when one was refused or unknown.
void print_results(CommonOptions const& common, Json const& answer,
                   std::vector<std::string> const& unknown = {});

}  // namespace jalon::commands
