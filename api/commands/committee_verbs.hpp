#pragma once
#include "api/commands/options.hpp"

namespace jalon::commands {

void add_committee(CLI::App& app, CommonOptions const& common);
void add_session(CLI::App& app, CommonOptions const& common);

}  // namespace jalon::commands
