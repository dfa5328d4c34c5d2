// Whose log-in must have a second factor: the setting « second_factor » {"roles":["administrator",…]}.
// Nobody's, as long as it was never set; everybody may have one.
#pragma once
#include "engine/json/json.hpp"
#include "engine/model/role.hpp"

namespace jalon {

// Null, when it was never set, is no role. Throws std::invalid_argument in French.
RoleSet roles_with_second_factor(Json const& value);

}  // namespace jalon
