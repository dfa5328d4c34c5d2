// A setting kept from a terminal.
#pragma once
#include <stdexcept>
#include <string>

#include "api/commands/program.hpp"

namespace jalon::commands {

// Throws CommandFailed with the reason when the value is not one.
inline void keep_setting(Program& program, CommonOptions const& common, std::string const& name,
                         Json const& value) {
  try {
    program.registers.set_setting(program.establishment(common), name, value, "console");
  } catch (std::invalid_argument const& fault) {
    throw CommandFailed(fault.what());
  }
}

}  // namespace jalon::commands
