#pragma once

#include <optional>
#include <string>

#include "engine/json/json.hpp"

namespace jalon::postgres {

/// Of lines that each name a department ("mdph"), those that a reader sees: null sees all.
inline Json lines_in_sight(Json const& lines, std::optional<std::string> const& mdph) {
  Json seen = Json::array();
  for (auto const& line : lines)
    if (!mdph || line.at("mdph") == *mdph) seen.push_back(line);
  return seen;
}

}  // namespace jalon::postgres
