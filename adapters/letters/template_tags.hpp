#pragma once

#include <string>
#include <vector>

#include "engine/ports/press.hpp"

namespace jalon::letters {

// One `{{…}}` of a template.
struct TemplateTag {
  int line = 0;
  char mark = ' ';   // '#', '^', '/', '>', '!', '=', '&', '{'; ' ' for a value
  std::string name;  // without mark and blanks
};

// The tags in their order; what is no tag because it does not close joins `faults`.
std::vector<TemplateTag> template_tags(std::string const& text, std::vector<TemplateFault>& faults);

}  // namespace jalon::letters
