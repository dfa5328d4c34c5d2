// The French name of each field of data, as forms and lists show it. A field has one meaning everywhere.
#pragma once
#include <string_view>

namespace jalon {

// The field's own name when it has no label; the proof reports that as a finding.
std::string_view french_label_of(std::string_view field);

}  // namespace jalon
