// What must be true of an establishment whatever crashed in it.
#pragma once
#include <string>
#include <vector>

#include "engine/model/definition.hpp"
#include "engine/simulation/simulated_store.hpp"

namespace jalon {

// What is not true, in French: that each command answered with success is in the histories once and no other
// is (`done` counts them), that sessions count the seats their cases hold and give no more than they have,
// that references are given one after the other.
std::vector<std::string> broken_promises(std::vector<Definition> const& definitions,
                                         SimulatedStore const& store, std::size_t done);

}  // namespace jalon
