// All of a decision as text, so that two can be compared and their difference read.
#pragma once
#include "engine/decision/decision.hpp"

namespace jalon {

// Whether the two say the same; far cheaper than their texts.
bool are_the_same(Decision const& one, Decision const& other);

std::string text_of(Decision const& decision);

}  // namespace jalon
