#pragma once
#include "api/commands/options.hpp"

namespace jalon::commands {

void add_import(CLI::App& app, CommonOptions const& common);
void add_export(CLI::App& app, CommonOptions const& common);
void add_transmissions(CLI::App& app, CommonOptions const& common);

}  // namespace jalon::commands
