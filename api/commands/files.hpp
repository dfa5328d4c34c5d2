#pragma once
#include <string>

namespace jalon::commands {

// The whole file, at most 16 MiB. Throws CommandFailed when it cannot be read.
std::string read_file(std::string const& path);

// Writes the whole file anew. Throws CommandFailed when it cannot be written.
void write_file(std::string const& path, std::string const& content);

}  // namespace jalon::commands
