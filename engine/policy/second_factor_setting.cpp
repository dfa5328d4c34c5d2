#include "engine/policy/second_factor_setting.hpp"

#include <stdexcept>

namespace jalon {

namespace {

[[noreturn]] void refuse(std::string const& why) {
  throw std::invalid_argument("Le second facteur : " + why);
}

Role role_of(Json const& name) {
  auto const role = name.is_string() ? parse_role(name.get_ref<std::string const&>()) : std::nullopt;
  if (!role)
    refuse("« " + (name.is_string() ? name.get<std::string>() : name.dump()) + " » n'est pas un rôle.");
  return *role;
}

}  // namespace

RoleSet roles_with_second_factor(Json const& value) {
  RoleSet roles;
  if (value.is_null()) return roles;
  if (!value.is_object() || value.size() != 1 || !value.contains("roles") || !value["roles"].is_array())
    refuse("« roles », une liste de rôles, est attendu.");
  for (auto const& name : value["roles"]) roles.add(role_of(name));
  return roles;
}

}  // namespace jalon
