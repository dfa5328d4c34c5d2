// A JSON Schema in a few words, for a description that people compare by eye.
#pragma once
#include <string>
#include <vector>

#include "engine/json/json.hpp"

namespace jalon::proof {

// « documents — Pièces: 1 or more of (rqth_notification | …) », « note? — Note: text »; a field of an object
// within is named « person.birth_date ».
std::vector<std::string> fields_of(Json const& schema);

}  // namespace jalon::proof
