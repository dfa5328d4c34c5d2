#pragma once
#include <string>

namespace jalon::commands {

// The whole file, at most 16 MiB. Throws CommandFailed when it cannot be read.
std::string read_file(std::string const& path);

}  // namespace jalon::commands
