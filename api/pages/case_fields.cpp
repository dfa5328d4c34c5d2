#include "api/pages/case_fields.hpp"

#include <algorithm>

namespace jalon::pages {

Json fields_of_case(Json const& schema, FormState const& state, std::string const& reference) {
  auto fields = fields_of(schema, state, "dossier-" + reference);
  for (auto& field : fields) {
    field["name"] = field.at("name").get<std::string>() + "." + reference;
    field["optional"] = false;  // a page of many lines says once what is expected
  }
  return fields;
}

std::vector<std::string> references_in(Form const& form) {
  std::vector<std::string> references;
  for (auto const& [name, value] : form.fields()) {
    auto const point = name.find('.');
    if (point == std::string::npos) continue;
    auto reference = name.substr(point + 1);
    if (std::find(references.begin(), references.end(), reference) == references.end())
      references.push_back(std::move(reference));
  }
  return references;
}

Form form_of(Json const& values) {
  std::vector<std::pair<std::string, std::string>> fields;
  for (auto const& [name, value] : values.items())
    if (!value.is_null())
      fields.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
  return Form(std::move(fields));
}

}  // namespace jalon::pages
