// A lively, invented establishment for an empty database.
#pragma once
#include <iosfwd>
#include <string>

#include "api/commands/program.hpp"

namespace jalon::commands {

// Does nothing but say so when the database already has cases.
void fill_demo(Program& program, std::ostream& out, std::string const& address);

}  // namespace jalon::commands
