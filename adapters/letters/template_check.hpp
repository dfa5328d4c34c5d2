#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/ports/press.hpp"

namespace jalon::letters {

// The two parts of a template: what follows « Objet : » on its first line, and the page below.
struct TemplateParts {
  std::string subject;
  std::string page;
};

// Nothing when the first line is no subject.
std::optional<TemplateParts> split_template(std::string const& text);

// What keeps a text from being a template, in the order of its lines: a first line without subject, tags that
// do not close or cross, names that letters do not know (templates/vocabulary.json), values written without
// escaping. `partials` are the parts it may call by `{{>name}}`.
std::vector<TemplateFault> template_faults(std::string const& text,
                                           std::map<std::string, std::string, std::less<>> const& partials);

}  // namespace jalon::letters
