// The key under which secrets stand sealed in the database: given, or a file of the data folder.
#pragma once
#include <optional>
#include <string>

#include "adapters/sealing/sealing_key.hpp"
#include "api/commands/program.hpp"

namespace jalon::commands {

void add_sealing_key(CLI::App& verb, std::string& given);

// For the process that serves, once, before it answers: the key given; else that of the data folder, made
// where there is none, or, with a database elsewhere, none. Seals what was stored readable before. Throws
// CommandFailed when what is stored does not open with it.
std::optional<sealing::SealingKey> unsealing_key(Program& program, CommonOptions const& common,
                                                 std::string const& given);

}  // namespace jalon::commands
