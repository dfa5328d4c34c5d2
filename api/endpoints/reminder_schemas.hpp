#pragma once
#include "engine/json/json.hpp"

namespace jalon::api::schemas {

Json absence();
Json planned_day();

}  // namespace jalon::api::schemas
