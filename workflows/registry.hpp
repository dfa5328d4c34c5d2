// The workflows this program knows. A further one is a header, its kernel unit, and one line in registry.cpp.
#pragma once
#include <string_view>
#include <vector>

#include "engine/model/definition.hpp"

namespace jalon {

Definition preorientation_definition();

// Every definition, complete with its kernel; made once.
std::vector<Definition> const& all_workflows();

}  // namespace jalon
