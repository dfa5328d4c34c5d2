// Where the private cluster and the key stand, as the options say it.
#pragma once
#include <filesystem>

#include "api/commands/options.hpp"

namespace jalon::commands {

std::filesystem::path data_dir_of(CommonOptions const& options);

}  // namespace jalon::commands
