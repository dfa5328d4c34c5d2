#pragma once
#include "api/commands/options.hpp"

namespace jalon::commands {

void add_absences(CLI::App& app, CommonOptions const& common);
void add_messages(CLI::App& app, CommonOptions const& common);

}  // namespace jalon::commands
