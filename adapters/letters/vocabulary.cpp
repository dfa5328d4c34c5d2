#include "adapters/letters/vocabulary.hpp"

#include <string_view>

#include "adapters/letters/templates.hpp"

namespace jalon::letters {

namespace {

Json const brought_along = "";

// « recommendation_unfit » is known where « recommendation » may be « unfit ».
bool is_brought_along(Json const& object, std::string const& name) {
  if (name.ends_with("_weekday")) return object.contains(name.substr(0, name.size() - 8));
  for (auto const& [key, value] : object.items()) {
    if (!value.is_array() || !name.starts_with(key + "_")) continue;
    auto const rest = name.substr(key.size() + 1);
    if (rest == "count" || rest == "many") return true;
    for (auto const& code : value)
      if (code == rest) return true;
  }
  return false;
}

}  // namespace

Json const& vocabulary() {
  static Json const known = Json::parse(templates::vocabulary);
  return known;
}

Json const* known_name(Json const& part, std::string const& dotted) {
  Json const* at = &part;
  for (std::size_t from = 0; from <= dotted.size();) {
    auto const dot = std::min(dotted.find('.', from), dotted.size());
    auto const name = dotted.substr(from, dot - from);
    if (!at->is_object()) return nullptr;
    if (auto const found = at->find(name); found != at->end())
      at = &*found;
    else
      at = is_brought_along(*at, name) ? &brought_along : nullptr;
    if (!at) return nullptr;
    from = dot + 1;
  }
  return at;
}

}  // namespace jalon::letters
