// What of a case is disclosed to a reader beyond their roles (pathway A.21): with the express consent of the
// person to the whole team (R2, CSP L1110-4 III), and exceptionally, for a reason that is kept and of which
// those who answer for the house are told.
#pragma once
#include "engine/model/role.hpp"

namespace jalon {

struct Disclosed {
  bool team_agreed = false;  // the person agrees that the whole team reads conclusions and social facts
  bool exceptional = false;  // an exceptional access of this reader is open
};

// Whether anything could be disclosed to these roles that they do not read anyway: only then it is worth a
// look. Never to a partner outside the house.
bool could_read_more(RoleSet roles);

// As which further roles they read then.
RoleSet read_as(RoleSet roles, Disclosed const& disclosed);

}  // namespace jalon
