#include "engine/model/role.hpp"

namespace jalon {

std::string_view name_of(Role role) {
  return boost::describe::enum_to_string(role, "?");
}

std::optional<Role> parse_role(std::string_view name) {
  Role role{};
  if (!boost::describe::enum_from_string(std::string(name).c_str(), role)) return std::nullopt;
  return role;
}

std::string_view french_name_of(Role role) {
  switch (role) {
    case Role::admin_assistant:
      return "assistante administrative";
    case Role::coordinator:
      return "coordinatrice";
    case Role::deputy_director:
      return "directrice adjointe";
    case Role::doctor:
      return "médecin";
    case Role::clinical_psychologist:
      return "psychologue clinicienne";
    case Role::social_worker:
      return "assistante sociale";
    case Role::work_psychologist:
      return "psychologue du travail";
    case Role::placement_counsellor:
      return "conseiller en insertion";
    case Role::trainer:
      return "formateur";
    case Role::workshop_leader:
      return "animateur d'atelier technique";
    case Role::referent:
      return "référent";
    case Role::mdph_partner:
      return "partenaire de la MDPH";
    case Role::administrator:
      return "administrateur";
  }
  return "?";
}

std::vector<std::string> RoleSet::names() const {
  std::vector<std::string> names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto enumerator) {
    if (has(enumerator.value)) names.emplace_back(enumerator.name);
  });
  return names;
}

}  // namespace jalon
