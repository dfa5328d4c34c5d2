// The shapes of who may read what of a case, and of who did.
#pragma once
#include "engine/json/json.hpp"

namespace jalon::api::schemas {

Json consent();  // « given » or « withdrawn »
Json new_consent();
Json new_team_member();
Json new_exceptional_access();
Json disclosure_components();

}  // namespace jalon::api::schemas
