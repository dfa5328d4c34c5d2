#pragma once
#include "api/commands/options.hpp"

namespace jalon::commands {

void add_migrate(CLI::App& app, CommonOptions const& common);
void add_establishment(CLI::App& app, CommonOptions const& common);
void add_user(CLI::App& app, CommonOptions const& common);
void add_token(CLI::App& app, CommonOptions const& common);
void add_feed(CLI::App& app, CommonOptions const& common);
void add_policy(CLI::App& app, CommonOptions const& common);
void add_retention(CLI::App& app, CommonOptions const& common);
void add_settings(CLI::App& app, CommonOptions const& common);
void add_signatory_setting(CLI::App& group, CommonOptions const& common);
void add_via_trajectoire_setting(CLI::App& group, CommonOptions const& common);

}  // namespace jalon::commands
