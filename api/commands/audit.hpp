#pragma once
#include "api/commands/options.hpp"

namespace jalon::commands {

void add_audit(CLI::App& app, CommonOptions const& common);

}  // namespace jalon::commands
