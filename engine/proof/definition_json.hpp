// A definition as data, as `GET /workflows/{id}` and `jalon workflows show` give it.
#pragma once
#include "engine/json/json.hpp"
#include "engine/model/definition.hpp"

namespace jalon {

// {id, label, version, regions[], states[], events[] with their data's JSON Schema, rows[]}. A state is named
// with its region (« region » and « id »); a row's `from` and `to` are states of its `region`.
Json definition_to_json(Definition const& definition);

}  // namespace jalon
