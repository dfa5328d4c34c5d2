#pragma once
#include "api/commands/options.hpp"

namespace jalon::commands {

void add_committee(CLI::App& app, CommonOptions const& common);
void add_session(CLI::App& app, CommonOptions const& common);

// Verbs of `committee`, each group in a file of its own.
void add_committee_files(CLI::App& group, CommonOptions const& common);  // grades, consents, decisions
void add_committee_dates(CLI::App& group, CommonOptions const& common);
void add_committee_minutes(CLI::App& group, CommonOptions const& common);
void add_committee_changes(CLI::App& group, CommonOptions const& common);
// Verbs of `session`.
void add_session_batches(CLI::App& group, CommonOptions const& common);
void add_session_changes(CLI::App& group, CommonOptions const& common);

}  // namespace jalon::commands
