#include "api/pages/navigation.hpp"

#include <array>

#include "api/endpoints/committee_list.hpp"

namespace jalon::pages {

namespace {

struct Entry {
  char const *label, *address;
  RoleSet roles = {};  // empty: everybody
};

constexpr std::array entries{Entry{"Ma journée", "/"},
                             Entry{"Dossiers", "/dossiers"},
                             Entry{"Commissions", "/commissions", api::committee_readers()},
                             Entry{"Sessions", "/sessions", case_readers()},
                             Entry{"Pilotage", "/pilotage", {Role::coordinator, Role::deputy_director}},
                             Entry{"Calendrier", "/calendrier"}};

bool is_here(std::string const& path, std::string_view address) {
  return address == "/" ? path == "/" : path.starts_with(address);
}

}  // namespace

Json navigation_of(Visit const& visit) {
  Json list = Json::array();
  for (auto const& entry : entries)
    if (entry.roles.empty() || entry.roles.meets(visit.roles))
      list.push_back({{"label", entry.label},
                      {"address", entry.address},
                      {"here", is_here(visit.http.path, entry.address)}});
  return list;
}

}  // namespace jalon::pages
