// How a process that serves tells what it does.
#pragma once
#include <string>

#include "api/commands/options.hpp"

namespace jalon::commands {

struct LogOptions {
  std::string format = "text";
  bool requests = false;
};

void add_log_options(CLI::App& verb, LogOptions& options);
void start_log(LogOptions const& options);

}  // namespace jalon::commands
