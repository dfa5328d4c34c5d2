#include "api/pages/committee_frame.hpp"

#include <array>

#include "api/endpoints/committee_list.hpp"
#include "api/pages/french_time.hpp"

namespace jalon::pages {

namespace {

struct Tab {
  char const *ending, *label;
  RoleSet roles;
};
constexpr std::array tabs{Tab{"", "Préparer", api::committee_readers()},
                          Tab{"/envoi", "Envoyer", api::committee_readers()},
                          Tab{"/decisions", "Décider", {Role::coordinator}},
                          Tab{"/compte-rendu", "Compte rendu", api::committee_readers()}};

}  // namespace

Json committee_frame(Visit const& visit, Json const& committee, std::string_view tab) {
  auto const held_on = parse_date(committee.at("on").get<std::string>()).value();
  auto const address = committee.at("address").get<std::string>();
  Json list = Json::array();
  std::string here;
  for (auto const& each : tabs)
    if (each.roles.meets(visit.roles))
      list.push_back(
          {{"label", each.label}, {"address", address + each.ending}, {"here", tab == each.ending}});
  for (auto const& each : tabs)
    if (tab == each.ending && !tab.empty()) here = each.label;
  return {{"tab_title", here},
          {"title", "Commission du " + long_french(held_on)},
          {"when", held_on < visit.today() ? "passée" : relative(held_on, visit.today())},
          {"is_past", held_on < visit.today()},
          {"address", address},
          {"tabs", list}};
}

RoleSet committee_page_roles() {
  return api::committee_readers();
}

}  // namespace jalon::pages
