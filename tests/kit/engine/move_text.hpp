// All of a decision as text, so that two can be compared and their difference read.
#pragma once
#include "engine/decision/decision.hpp"

namespace jalon {

std::string text_of(Decision const& decision);

}  // namespace jalon
