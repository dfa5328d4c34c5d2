#include "tests/kit/engine/random_data.hpp"

#include <cstdlib>
#include <iostream>

namespace jalon::kit {

std::uint64_t chosen_seed() {
  char const* given = std::getenv("JALON_SEED");
  std::uint64_t const seed = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  std::cout << "seed " << seed << " (JALON_SEED=" << seed << " plays it again)\n";
  return seed;
}

int draw(Chance& chance, int least, int most) {
  return std::uniform_int_distribution<int>(least, most)(chance);
}

bool happens(Chance& chance, double probability) {
  return std::bernoulli_distribution(probability)(chance);
}

namespace {

Json random_object(Chance& chance, Json const& schema, Date today) {
  Json object = Json::object();
  auto const required = schema.value("required", Json::array());
  if (schema.contains("properties"))
    for (auto const& [name, property] : schema["properties"].items()) {
      bool const is_required = std::find(required.begin(), required.end(), Json(name)) != required.end();
      if (is_required || happens(chance, 0.6)) object[name] = random_data(chance, property, today);
    }
  return object;
}

// Distinct values of an enumeration, quite often all of them; else a list of up to two.
Json random_array(Chance& chance, Json const& schema, Date today) {
  Json list = Json::array();
  auto const& items = schema["items"];
  if (!items.contains("enum")) {
    for (int count = draw(chance, 0, 2); count > 0; --count)
      list.push_back(random_data(chance, items, today));
    return list;
  }
  bool const all = happens(chance, 0.3);
  for (auto const& value : items["enum"])
    if (all || happens(chance, 0.4)) list.push_back(value);
  if (list.empty() && schema.value("minItems", 0) > 0) list.push_back(items["enum"][0]);
  return list;
}

Json random_string(Chance& chance, Json const& schema, Date today) {
  auto const format = schema.value("format", "");
  if (format == "date") return to_string(plus_days(today, happens(chance, 0.7) ? 0 : -draw(chance, 1, 3)));
  if (format == "uuid") return std::string(session_id);
  return schema.value("maxLength", 0) == 64 ? "m.durand" : "Un texte";
}

}  // namespace

Json random_data(Chance& chance, Json const& schema, Date today) {
  if (schema.contains("enum"))
    return schema["enum"][std::size_t(draw(chance, 0, int(schema["enum"].size()) - 1))];
  auto const type = schema.value("type", "object");
  if (type == "object") return random_object(chance, schema, today);
  if (type == "array") return random_array(chance, schema, today);
  if (type == "boolean") return happens(chance, 0.5);
  if (type == "integer") return draw(chance, schema.value("minimum", 0), schema.value("maximum", 9));
  return random_string(chance, schema, today);
}

}  // namespace jalon::kit
