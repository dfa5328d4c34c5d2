// The small parts that every schema is made of.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "engine/json/json.hpp"
#include "engine/model/role.hpp"

namespace jalon::api::schemas {

inline Json text() {
  return {{"type", "string"}};
}
inline Json date() {
  return {{"type", "string"}, {"format", "date"}};
}
inline Json instant() {
  return {{"type", "string"}, {"format", "date-time"}};
}
inline Json uuid() {
  return {{"type", "string"}, {"format", "uuid"}};
}
inline Json flag() {
  return {{"type", "boolean"}};
}
inline Json whole() {
  return {{"type", "integer"}};
}
inline Json anything() {
  return {{"type", "object"}, {"additionalProperties", true}};
}
inline Json list_of(Json items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}
inline Json texts_by_name() {
  return {{"type", "object"}, {"additionalProperties", text()}};
}
inline Json maybe(Json schema) {
  schema["nullable"] = true;
  return schema;
}
inline Json object(Json properties, std::vector<std::string> required) {
  Json schema{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) schema["required"] = std::move(required);
  return schema;
}
inline Json closed_object(Json properties, std::vector<std::string> required) {
  Json schema = object(std::move(properties), std::move(required));
  schema["additionalProperties"] = false;
  return schema;
}
inline Json role() {
  Json names = Json::array();
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>(
      [&](auto enumerator) { names.push_back(enumerator.name); });
  return {{"type", "string"}, {"enum", names}};
}

}  // namespace jalon::api::schemas
