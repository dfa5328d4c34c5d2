// What an establishment's policy decides within the released pre-orientation: which documents make a file
// complete. The table asks for all six; its guards keep their names, places and reasons.
#pragma once
#include "engine/model/definition.hpp"

namespace jalon {

void let_policy_decide(Definition& preorientation);

}  // namespace jalon
