#pragma once
#include "api/commands/options.hpp"

namespace jalon::commands {

void add_check(CLI::App& app, CommonOptions const& common);
void add_workflows(CLI::App& app, CommonOptions const& common);
void add_calendar(CLI::App& app, CommonOptions const& common);

}  // namespace jalon::commands
