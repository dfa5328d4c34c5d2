// The French wording of a value that is chosen from a list: « recommendation »: `unfit` → « Inaptitude au
// travail ». A value has one wording everywhere.
#pragma once
#include <string_view>

namespace jalon {

// The value itself when it has no wording.
std::string_view french_label_of_value(std::string_view value);

}  // namespace jalon
