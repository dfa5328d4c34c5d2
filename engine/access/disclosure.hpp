// What of a case is disclosed to a reader beyond their roles (pathway A.21): with the express consent of the
// person to those of their team (R2, CSP L1110-4 III, « dans la limite du périmètre de leurs missions »), and
// exceptionally, for a reason that is kept and of which those who answer for the house are told.
#pragma once
#include "engine/model/role.hpp"

namespace jalon {

struct Disclosed {
  bool team_agreed = false;  // the person agrees that their team reads conclusions and social facts
  bool of_the_team = false;  // this reader is the person's référent, or was added to their team
  bool exceptional = false;  // an exceptional access of this reader is open
};

// Who works with a person and reads more as one of their team: not those who keep the files, and not those
// whose role reads it anyway.
bool works_with_the_person(RoleSet roles);

// Whether anything could be disclosed to these roles that they do not read anyway: only then it is worth a
// look. Never to a partner outside the house.
bool could_read_more(RoleSet roles);

// As which further roles they read then.
RoleSet read_as(RoleSet roles, Disclosed const& disclosed);

}  // namespace jalon
