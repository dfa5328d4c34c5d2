#include "api/pages/session_frame.hpp"

#include <array>

#include "api/pages/french_time.hpp"
#include "api/pages/words.hpp"
#include "engine/text/counted.hpp"

namespace jalon::pages {

namespace {

struct Tab {
  char const *ending, *label;
};
constexpr std::array tabs{Tab{"", "Groupe"}, Tab{"/pre-accueil", "Pré-accueil"}, Tab{"/entree", "Entrée"},
                          Tab{"/semaines", "Semaines"}};

std::string day_in_words(Json const& day) {
  return day.is_string() ? long_french(parse_date(day.get<std::string>()).value()) : "";
}

}  // namespace

Json session_frame(Visit const& visit, Json const& session, std::string_view tab) {
  auto const entry_on = parse_date(session.at("on").get<std::string>()).value();
  auto const address = session.at("address").get<std::string>();
  Json list = Json::array();
  std::string here;
  for (auto const& each : tabs) {
    list.push_back({{"label", each.label}, {"address", address + each.ending}, {"here", tab == each.ending}});
    if (tab == each.ending && !tab.empty()) here = each.label;
  }
  return {{"tab_title", here},
          {"title", "Session du " + long_french(entry_on)},
          {"when", entry_on < visit.today() ? "commencée" : "entrée " + relative(entry_on, visit.today())},
          {"seats_in_words", seats_in_words(session)},
          {"pre_reception", day_in_words(session.at("pre_reception_on"))},
          {"address", address},
          {"tabs", list}};
}

std::string seats_in_words(Json const& session) {
  int const capacity = session.at("capacity"), taken = session.value("taken", 0), free = capacity - taken;
  return counted(std::size_t(capacity), "place", "places") + ", " +
         counted(std::size_t(taken), "prise", "prises") + ", " +
         counted(std::size_t(free), "libre", "libres");
}

Json seats_and_waiting(Visit const& visit, Json const& session) {
  return visit.call_api("GET", "/sessions/" + session.at("id").get<std::string>());
}

NamedCases everybody_in(Json const& seats_and_waiting) {
  auto names = names_of(seats_and_waiting.at("seats"));
  names.merge(names_of(seats_and_waiting.at("waiting")));
  return names;
}

Json seat_in_words(Visit const& visit, Json const& seat) {
  return {{"reference", seat.at("reference")},
          {"name", name_of(seat)},
          {"mdph", seat.at("mdph")},
          {"state", label_of_state(visit.house.definitions, seat.at("state"))}};
}

}  // namespace jalon::pages
