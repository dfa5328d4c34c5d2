// The roles of a pre-orientation service. Who may do what stands in the tables; a person may hold several
// roles.
#pragma once
#include <boost/describe.hpp>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

enum class Role {
  admin_assistant,
  coordinator,
  deputy_director,
  doctor,
  clinical_psychologist,
  social_worker,
  work_psychologist,
  placement_counsellor,
  trainer,
  workshop_leader,
  referent,
  mdph_partner,
  administrator
};
BOOST_DESCRIBE_ENUM(Role, admin_assistant, coordinator, deputy_director, doctor, clinical_psychologist,
                    social_worker, work_psychologist, placement_counsellor, trainer, workshop_leader,
                    referent, mdph_partner, administrator)

// A set of roles, by value and without allocation.
class RoleSet {
 public:
  constexpr RoleSet() = default;
  constexpr RoleSet(std::initializer_list<Role> roles) {
    for (Role role : roles) add(role);
  }
  constexpr void add(Role role) { bits_ |= bit(role); }
  constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
  constexpr bool meets(RoleSet other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr RoleSet operator|(RoleSet other) const {
    RoleSet both;
    both.bits_ = bits_ | other.bits_;
    return both;
  }
  constexpr bool operator==(RoleSet const&) const = default;
  std::vector<std::string> names() const;

 private:
  static constexpr unsigned bit(Role role) { return 1U << static_cast<unsigned>(role); }
  unsigned bits_ = 0;
};

// The stable name used in the database and outside (« admin_assistant »).
std::string_view name_of(Role role);
std::optional<Role> parse_role(std::string_view name);
// The name a user reads (« assistante administrative »).
std::string_view french_name_of(Role role);

// Those who may see a case at all: everybody but the administrator of accounts (need to know, pathway A.21).
constexpr RoleSet case_readers() {
  return {Role::admin_assistant,
          Role::coordinator,
          Role::deputy_director,
          Role::doctor,
          Role::clinical_psychologist,
          Role::social_worker,
          Role::work_psychologist,
          Role::placement_counsellor,
          Role::trainer,
          Role::workshop_leader,
          Role::referent,
          Role::mdph_partner};
}
// Those of the service's own team: the readers of a case less the partner at the MDPH.
constexpr RoleSet team_roles() {
  return {Role::admin_assistant,
          Role::coordinator,
          Role::deputy_director,
          Role::doctor,
          Role::clinical_psychologist,
          Role::social_worker,
          Role::work_psychologist,
          Role::placement_counsellor,
          Role::trainer,
          Role::workshop_leader,
          Role::referent};
}

}  // namespace jalon
