#include "api/pages/case_frame.hpp"

#include "api/pages/confirmation.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/words.hpp"

namespace jalon::pages {

namespace {

struct Tab {
  char const *name, *label;
};
constexpr Tab tabs[] = {{"", "Aujourd’hui"},      {"parcours", "Parcours"}, {"pieces", "Pièces"},
                        {"echanges", "Échanges"}, {"sejour", "Séjour"},     {"rapport", "Rapport"},
                        {"acces", "Accès"}};

std::string label_of(std::string const& here) {
  for (auto const& tab : tabs)
    if (here == tab.name) return tab.label;
  return "";
}

Json tabs_of(std::string const& address, std::string const& here) {
  Json list = Json::array();
  for (auto const& tab : tabs)
    list.push_back({{"label", tab.label},
                    {"address", *tab.name ? address + "/" + tab.name : address},
                    {"here", here == tab.name}});
  return list;
}

}  // namespace

Definition const& definition_for(Visit const& visit, Json const& shown) {
  for (auto const& definition : visit.house.definitions)
    if (definition.id == shown.at("workflow").get<std::string>() &&
        definition.version == shown.at("definition_version").get<int>())
      return definition;
  throw UnknownPlace("no such definition");
}

Json case_frame(Visit const& visit, Json const& shown, std::string const& tab) {
  auto const& definition = definition_for(visit, shown);
  auto const &person = shown.at("person"), &notification = shown.at("notification");
  auto const reference = shown.at("reference").get<std::string>();
  return {{"title", name_of(person)},
          {"tab_title", tab.empty() ? "" : label_of(tab)},
          {"reference", reference},
          {"state", state_label(definition, "journey", shown.at("states").value("journey", ""))},
          {"closed", shown.at("closed")},
          {"born_on", in_words(person.at("birth_date"))},
          {"received_on", long_french(parse_date(notification.at("received_on").get<std::string>()).value())},
          {"mdph", notification.at("mdph")},
          {"revision", shown.at("revision")},
          {"here_address", "/dossiers/" + reference + (tab.empty() ? "" : "/" + tab)},
          {"tabs", tabs_of("/dossiers/" + reference, tab)},
          {"confirmation", confirmation_of(visit)}};
}

}  // namespace jalon::pages
