#include "engine/access/disclosure.hpp"

#include "engine/access/need_to_know.hpp"

namespace jalon {

namespace {

constexpr RoleSet working_with_the_person{Role::work_psychologist, Role::placement_counsellor, Role::trainer,
                                          Role::workshop_leader, Role::referent};

}  // namespace

bool works_with_the_person(RoleSet roles) {
  return roles.meets(working_with_the_person);
}

bool could_read_more(RoleSet roles) {
  return roles.meets(team_roles()) && !roles.meets(readers_of(FactClass::medical));
}

RoleSet read_as(RoleSet roles, Disclosed const& disclosed) {
  if (!could_read_more(roles)) return {};
  if (disclosed.exceptional) return readers_of(FactClass::medical);
  // Conclusions, as who coordinates reads them; never a note of health.
  if (disclosed.team_agreed && disclosed.of_the_team && works_with_the_person(roles))
    return {Role::coordinator};
  return {};
}

}  // namespace jalon
