// What an establishment decides within the released pre-orientation: which documents make a file complete
// (the table asks for all six; its guards keep their names, places and reasons), and which letters leave
// beside those of the table. And which facts not everybody may read (pathway A.21).
#pragma once
#include "engine/model/definition.hpp"

namespace jalon {

void let_policy_decide(Definition& preorientation);

}  // namespace jalon
