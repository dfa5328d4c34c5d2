#include "engine/access/disclosure.hpp"

#include "engine/access/need_to_know.hpp"

namespace jalon {

namespace {

// The pluriprofessional team « dans la limite du périmètre de leurs missions »: those who work with the
// person, not those who keep the files.
constexpr RoleSet working_with_the_person{Role::work_psychologist, Role::placement_counsellor, Role::trainer,
                                          Role::workshop_leader, Role::referent};

}  // namespace

bool could_read_more(RoleSet roles) {
  return roles.meets(team_roles()) && !roles.meets(readers_of(FactClass::medical));
}

RoleSet read_as(RoleSet roles, Disclosed const& disclosed) {
  if (!could_read_more(roles)) return {};
  if (disclosed.exceptional) return readers_of(FactClass::medical);
  // Conclusions, as who coordinates reads them; never a note of health.
  if (disclosed.team_agreed && roles.meets(working_with_the_person)) return {Role::coordinator};
  return {};
}

}  // namespace jalon
