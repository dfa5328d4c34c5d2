#include "engine/proof/schema_words.hpp"

#include <algorithm>

namespace jalon::proof {

namespace {
std::string values_of(Json const& list) {
  std::string text;
  for (auto const& value : list)
    text += (text.empty() ? "" : " | ") + (value.is_string() ? value.get<std::string>() : value.dump());
  return "(" + text + ")";
}

std::string words_of(Json const& schema) {
  if (schema.contains("enum")) return values_of(schema["enum"]);
  auto const type = schema.value("type", "?");
  if (type == "array")
    return (schema.value("minItems", 0) > 0 ? "1 or more of " : "any of ") + words_of(schema["items"]);
  if (type == "integer" && schema.contains("minimum"))
    return "whole number " + schema["minimum"].dump() + " to " + schema["maximum"].dump();
  if (type == "integer") return "whole number";
  if (type == "boolean") return "yes or no";
  if (schema.contains("format")) return schema["format"].get<std::string>();
  if (type == "object") return "object";
  return schema.value("minLength", 0) > 0 ? "text" : "text, may be empty";
}

void add_fields(Json const& schema, std::string const& prefix, std::vector<std::string>& fields) {
  if (!schema.contains("properties")) return;
  auto const required = schema.value("required", Json::array());
  for (auto const& [name, property] : schema["properties"].items()) {
    bool const is_required = std::find(required.begin(), required.end(), Json(name)) != required.end();
    fields.push_back(prefix + name + (is_required ? "" : "?") + " — " + property.value("title", "") + ": " +
                     words_of(property));
    add_fields(property, prefix + name + ".", fields);
  }
}
}  // namespace

std::vector<std::string> fields_of(Json const& schema) {
  std::vector<std::string> fields;
  add_fields(schema, "", fields);
  return fields;
}

}  // namespace jalon::proof
