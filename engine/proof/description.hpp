// A whole definition as text for people and for version control: whatever a released definition promises
// stands in it, so a golden file of it fails when the promise changes.
#pragma once
#include <string>

#include "engine/model/definition.hpp"

namespace jalon {

// Regions with their states, deadlines and rows; then the events with their data, the messages and the
// transmissions. Lines, each ended by a newline.
std::string describe(Definition const& definition);

}  // namespace jalon
