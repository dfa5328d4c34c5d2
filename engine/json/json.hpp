#pragma once

#include <nlohmann/json.hpp>

namespace jalon {

/** The one JSON type of the house. Text from outside comes in through `parse_json` (strict_json.hpp) only. */
using Json = nlohmann::json;

}  // namespace jalon
