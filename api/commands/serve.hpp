#pragma once
#include "api/commands/options.hpp"

namespace jalon::commands {

void add_serve(CLI::App& app, CommonOptions const& common);
void add_worker(CLI::App& app, CommonOptions const& common);

}  // namespace jalon::commands
