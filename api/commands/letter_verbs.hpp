#pragma once
#include "api/commands/options.hpp"

namespace jalon::commands {

void add_letters(CLI::App& app, CommonOptions const& common);
void add_templates(CLI::App& app, CommonOptions const& common);

}  // namespace jalon::commands
