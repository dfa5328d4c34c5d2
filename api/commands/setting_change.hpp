// A change of the calendar or the policy at the command line, with what becomes of the dates that run.
#pragma once
#include <string>
#include <vector>

#include "api/commands/options.hpp"
#include "api/commands/program.hpp"
#include "engine/policy/policy_change.hpp"

namespace jalon::commands {

struct ClockOptions {
  std::vector<std::string> kept, restarted;  // deadlines
  std::string valid_from;                    // empty: at once
};
void add_clock_options(CLI::App& verb, ClockOptions& clocks);

PolicyChange change_in(Program& program);

// Throws CommandFailed with each thing that is wrong, or that is still to be said.
[[noreturn]] void fail(PolicyRefused const& refused);

// Sets it, or plans it for the day that the options name, and says in French what became of the running
// dates.
std::string change_setting(Program& program, CommonOptions const& common, std::string const& setting,
                           Json const& value, ClockOptions const& clocks);

}  // namespace jalon::commands
