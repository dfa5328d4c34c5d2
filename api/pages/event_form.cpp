#include "api/pages/event_form.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {

bool is(Json const& property, char const* type) {
  return property.value("type", "") == type;
}

bool is_required(Json const& schema, std::string const& name) {
  auto const required = schema.value("required", Json::array());
  return std::find(required.begin(), required.end(), name) != required.end();
}

std::string code_of(Json const& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string error_of(std::string const& name, FieldErrors const& errors) {
  for (auto const& error : errors)
    if (error.pointer == "/data/" + name || error.pointer.starts_with("/data/" + name + "/"))
      return error.message;
  return "";
}

std::vector<Option> choices_of(std::string const& name, Json const& property, Options const& options) {
  if (auto const found = options.find(name); found != options.end()) return found->second;
  std::vector<Option> choices;
  auto const& values = is(property, "array") ? property.value("items", Json::object()) : property;
  for (auto const& value : values.value("enum", Json::array()))
    choices.push_back({code_of(value), std::string(french_label_of_value(code_of(value)))});
  return choices;
}

Json shown(std::vector<Option> const& choices, std::vector<std::string> const& chosen,
           std::string const& id) {
  Json list = Json::array();
  for (auto const& choice : choices) {
    bool const is_chosen = std::find(chosen.begin(), chosen.end(), choice.value) != chosen.end();
    list.push_back({{"value", choice.value},
                    {"label", choice.label},
                    {"chosen", is_chosen},
                    {"id", id + "-" + std::to_string(list.size())}});
  }
  return list;
}

// Yes or no is chosen, never presumed: a box that is not ticked cannot say « no ».
std::vector<Option> yes_no_of(Json const& property) {
  if (property.contains("enum")) return {{"true", "Oui"}};
  return {{"true", "Oui"}, {"false", "Non"}};
}

// A template looks for a name it does not find here in what stands around the field.
constexpr std::array kinds{"date", "text", "long_text", "lines", "number", "choice", "many", "yes_no"};

class Fields {
 public:
  Fields(FormState const& state, std::string const& prefix) : state_(state), prefix_(prefix) {}

  Json field(std::string const& name, Json const& property, bool required) const {
    auto const id = prefix_ + "-" + name;
    Json field{{"name", name},
               {"id", id},
               {"label", property.value("title", name)},
               {"required", required},
               {"optional", !required},
               {"error", error_of(name, state_.errors)},
               {"of_form", ""}};
    for (char const* kind : kinds) field[kind] = false;
    fill(field, name, property, id);
    return field;
  }

 private:
  void fill(Json& field, std::string const& name, Json const& property, std::string const& id) const {
    auto const choices = choices_of(name, property, state_.options);
    if (is(property, "array")) {
      field[choices.empty() ? "lines" : "many"] = true;
      field["options"] = shown(choices, state_.typed.texts(name), id);
      field["value"] = in_lines(state_.typed.texts(name));
    } else if (is(property, "boolean")) {
      field["yes_no"] = true;
      field["options"] = shown(yes_no_of(property), state_.typed.texts(name), id);
    } else if (!choices.empty() || state_.options.contains(name)) {
      field["choice"] = true;
      field["options"] = shown(choices, state_.typed.texts(name), id);
    } else {
      fill_line(field, name, property);
    }
  }
  void fill_line(Json& field, std::string const& name, Json const& property) const {
    auto const typed = state_.typed.text(name);
    bool const is_date = property.value("format", "") == "date";
    bool const was_sent = !state_.typed.fields().empty();
    field[kind_of(property, is_date)] = true;
    field["value"] = is_date && !was_sent && field.at("required") ? to_string(state_.today) : typed;
    if (is_date) field["latest"] = to_string(state_.today);
  }
  static char const* kind_of(Json const& property, bool is_date) {
    if (is_date) return "date";
    if (is(property, "integer")) return "number";
    return property.value("maxLength", 0) > 1000 ? "long_text" : "text";
  }
  static std::string in_lines(std::vector<std::string> const& texts) {
    std::string all;
    for (auto const& text : texts) all += (all.empty() ? "" : "\n") + text;
    return all;
  }

  FormState const& state_;
  std::string const& prefix_;
};

// Left as it was typed where it is no number: the event says what it expects.
Json number_of(std::string const& text) {
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? Json(number) : Json(text);
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from <= text.size();) {
    auto const to = std::min(text.find_first_of("\r\n", from), text.size());
    if (to > from) lines.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return lines;
}

Json list_of(Json const& property, std::vector<std::string> const& texts) {
  Json list = Json::array();
  bool const is_closed_list = property.value("items", Json::object()).contains("enum");
  for (auto const& text : texts)
    for (auto const& item : is_closed_list ? std::vector{text} : lines_of(text))
      if (!item.empty()) list.push_back(item);
  return list;
}

Json value_of(Json const& property, Form const& form, std::string const& name) {
  if (is(property, "array")) return list_of(property, form.texts(name));
  auto const text = form.text(name);
  if (is(property, "integer")) return number_of(text);
  if (is(property, "boolean") && (text == "true" || text == "false")) return text == "true";
  return text;
}

}  // namespace

Json fields_of(Json const& schema, FormState const& state, std::string const& prefix) {
  Fields const fields(state, prefix);
  Json required = Json::array(), optional = Json::array();
  auto const properties = schema.value("properties", Json::object());
  for (auto const& [name, property] : properties.items()) {
    bool const must = is_required(schema, name);
    (must ? required : optional).push_back(fields.field(name, property, must));
  }
  for (auto& field : optional) required.push_back(std::move(field));
  return required;
}

bool has_a_date(Json const& schema) {
  auto const properties = schema.value("properties", Json::object());
  return std::any_of(properties.begin(), properties.end(),
                     [](Json const& property) { return property.value("format", "") == "date"; });
}

Json data_of(Json const& schema, Form const& form) {
  Json data = Json::object();
  auto const properties = schema.value("properties", Json::object());
  for (auto const& [name, property] : properties.items()) {
    auto value = value_of(property, form, name);
    bool const is_empty = value == "" || (value.is_array() && value.empty());
    if (!is_empty) data[name] = std::move(value);
  }
  return data;
}

}  // namespace jalon::pages
