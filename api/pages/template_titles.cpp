#include "api/pages/template_titles.hpp"

#include <stdexcept>

#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {

std::string kind_of(std::string const& text) {
  if (text.find("{{>letter_top}}") != std::string::npos) return "Courriers";
  return text.find("{{>mail_top}}") != std::string::npos ? "Courriels" : "Documents et listes";
}

}  // namespace

TemplateTitle title_of_template(Press const& press, std::string const& name) {
  auto const shipped = press.shipped(name);
  if (!shipped) throw std::out_of_range("no template is named " + name);
  return {kind_of(shipped->text), std::string(french_label_of_value(name))};
}

}  // namespace jalon::pages
