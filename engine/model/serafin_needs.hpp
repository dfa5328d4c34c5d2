#pragma once

#include <string_view>

namespace jalon {

// The wording of a need's code: ANS, JDV_J285 « Besoins SERAFIN » of 2024-10-25 (SERAFIN-PH 2023.1.0, Licence
// Ouverte v2). Empty for another code, which stands for itself.
std::string_view label_of_need(std::string_view code);

}  // namespace jalon
