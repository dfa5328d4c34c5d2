#pragma once
#include "api/commands/options.hpp"

namespace jalon::commands {

void add_case(CLI::App& app, CommonOptions const& common);

}  // namespace jalon::commands
