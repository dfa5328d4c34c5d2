#pragma once

#include <string_view>

namespace jalon::letters {

// The wording of a need's code (SERAFIN-PH) that the establishment's project names; empty for another code,
// which stands for itself.
std::string_view label_of_need(std::string_view code);

}  // namespace jalon::letters
