// What a template is called and of which kind it is, read from the text that Jalon comes with.
#pragma once
#include <string>

#include "engine/ports/press.hpp"

namespace jalon::pages {

struct TemplateTitle {
  std::string kind;   // « Courriers », « Courriels », « Documents et listes »
  std::string title;  // its subject; what a letter fills in stands as « … »
};

// Throws std::out_of_range when no template has that name.
TemplateTitle title_of_template(Press const& press, std::string const& name);

}  // namespace jalon::pages
