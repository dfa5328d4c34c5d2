#include "api/pages/setting_form.hpp"

#include <algorithm>

namespace jalon::pages {

namespace {

Json shown(std::vector<Option> const& options, std::vector<std::string> const& chosen,
           std::string const& id) {
  Json list = Json::array();
  for (auto const& option : options)
    list.push_back({{"value", option.value},
                    {"label", option.label},
                    {"chosen", std::find(chosen.begin(), chosen.end(), option.value) != chosen.end()},
                    {"id", id + "-" + std::to_string(list.size())}});
  return list;
}

// Fields are named as the API names them; what stands below one is said beside it.
bool is_about(FieldError const& error, std::string const& name) {
  return error.pointer == "/" + name || error.pointer.starts_with("/" + name + "/");
}

}  // namespace

SettingForm& SettingForm::add(std::string const& name, std::string const& label, char const* kind,
                              Json more) {
  Json field{{"name", name}, {"id", "champ-" + name}, {"label", label}, {"optional", false}, {kind, true}};
  for (auto const& error : problem_.errors)
    if (is_about(error, name)) field["error"] = error.message;
  if (!field.contains("error")) field["error"] = "";
  field["hint"] = "";
  field.update(more);
  fields_.push_back(std::move(field));
  return *this;
}

SettingForm& SettingForm::text(std::string const& name, std::string const& label, std::string const& value) {
  return add(name, label, "text", {{"value", value}});
}

SettingForm& SettingForm::secret(std::string const& name, std::string const& label,
                                 std::string const& autocomplete) {
  return add(name, label, "secret", {{"autocomplete", autocomplete}});
}

SettingForm& SettingForm::choice(std::string const& name, std::string const& label,
                                 std::vector<Option> const& options, std::string const& chosen) {
  return add(name, label, "choice", {{"options", shown(options, {chosen}, "champ-" + name)}});
}

SettingForm& SettingForm::many(std::string const& name, std::string const& label,
                               std::vector<Option> const& options, std::vector<std::string> const& chosen) {
  return add(name, label, "many", {{"options", shown(options, chosen, "champ-" + name)}});
}

SettingForm& SettingForm::hint(std::string const& words) {
  fields_.back()["hint"] = words;
  return *this;
}

SettingForm& SettingForm::optional() {
  fields_.back()["optional"] = true;
  return *this;
}

Json SettingForm::data() const {
  Json summary = Json::array();
  if (!problem_.detail.empty()) summary.push_back({{"said", problem_.detail}, {"target", ""}});
  for (auto const& error : problem_.errors) {
    Json line{{"said", error.message}, {"target", ""}};
    for (auto const& field : fields_)
      if (is_about(error, field.at("name"))) {
        line["target"] = field.at("id");
        line["said"] = field.at("label").get<std::string>() + " : " + error.message;
      }
    summary.push_back(std::move(line));
  }
  bool const has_errors = !summary.empty();
  return {{"fields", fields_}, {"has_errors", has_errors}, {"summary", std::move(summary)}};
}

}  // namespace jalon::pages
