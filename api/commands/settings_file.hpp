// The TOML file of settings (--config). The library reads the environment only for what the file left open;
// with us the environment wins over the file, so what it sets is taken out of the file while that is read.
#pragma once
#include <CLI/CLI.hpp>

namespace jalon::commands {

// For `app` and its verbs: --config, JALON_CONFIG; an unknown key is an error.
void read_settings_file(CLI::App& app);

}  // namespace jalon::commands
