#include "api/pages/navigation.hpp"

#include <array>

namespace jalon::pages {

namespace {

struct Entry {
  char const *label, *address;
  bool for_coordination = false;
};

constexpr std::array entries{Entry{"Ma journée", "/"}, Entry{"Dossiers", "/dossiers"},
                             Entry{"Pilotage", "/pilotage", true}, Entry{"Calendrier", "/calendrier"}};

bool is_here(std::string const& path, std::string_view address) {
  return address == "/" ? path == "/" : path.starts_with(address);
}

}  // namespace

Json navigation_of(Visit const& visit) {
  static RoleSet const coordination{Role::coordinator, Role::deputy_director};
  Json list = Json::array();
  for (auto const& entry : entries)
    if (!entry.for_coordination || coordination.meets(visit.roles))
      list.push_back({{"label", entry.label},
                      {"address", entry.address},
                      {"here", is_here(visit.http.path, entry.address)}});
  return list;
}

}  // namespace jalon::pages
