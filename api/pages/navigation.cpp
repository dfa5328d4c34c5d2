#include "api/pages/navigation.hpp"

#include <array>

#include "api/endpoints/committee_list.hpp"

namespace jalon::pages {

namespace {

constexpr RoleSet coordination{Role::coordinator, Role::deputy_director};
constexpr RoleSet desk{Role::admin_assistant, Role::coordinator, Role::deputy_director};

struct Entry {
  char const *label, *address;
  RoleSet roles;
};

constexpr std::array entries{Entry{"Ma journée", "/", team_roles()},
                             Entry{"Dossiers", "/dossiers", case_readers()},
                             Entry{"Commissions", "/commissions", api::committee_readers()},
                             Entry{"Sessions", "/sessions", team_roles()},
                             Entry{"Courriers", "/courriers", desk},
                             Entry{"Transmissions", "/transmissions", desk},
                             Entry{"Pilotage", "/pilotage", coordination},
                             Entry{"Calendrier", "/calendrier", team_roles()},
                             Entry{"Réglages", "/reglages", coordination | RoleSet{Role::administrator}}};

bool is_here(std::string const& path, std::string_view address) {
  return address == "/" ? path == "/" : path.starts_with(address);
}

}  // namespace

Json navigation_of(Visit const& visit) {
  Json list = Json::array();
  for (auto const& entry : entries)
    if (entry.roles.meets(visit.roles))
      list.push_back({{"label", entry.label},
                      {"address", entry.address},
                      {"here", is_here(visit.http.path, entry.address)}});
  return list;
}

}  // namespace jalon::pages
