// The shapes of settings, of their previews and of what a change did.
#pragma once
#include "engine/json/json.hpp"

namespace jalon::api::schemas {

Json setting_in_force();
Json setting_to_preview();
Json setting_preview();
Json setting_to_set();
Json setting_set();
Json setting_value();  // the component « SettingValue »

}  // namespace jalon::api::schemas
