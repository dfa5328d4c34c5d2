#include "api/pages/outlook.hpp"

#include "api/pages/french_time.hpp"

namespace jalon::pages {

namespace {

Json to_come(Visit const& visit, std::string const& address, char const* day_field) {
  Json list = Json::array();
  auto const today = to_string(visit.today());
  for (auto& item : visit.all_items(address))
    if (item.at(day_field).get<std::string>() >= today) list.push_back(std::move(item));
  return list;
}

Json committees_json(Visit const& visit) {
  Json list = Json::array();
  for (auto const& committee : to_come(visit, "/committees", "held_on")) {
    auto const day = parse_date(committee.at("held_on").get<std::string>()).value();
    list.push_back({{"day", long_french(day)}, {"when", relative(day, visit.today())}});
  }
  return list;
}

Json sessions_json(Visit const& visit, Json const& sessions) {
  Json list = Json::array();
  for (auto const& session : sessions) {
    auto const day = parse_date(session.at("entry_on").get<std::string>()).value();
    int const capacity = session.at("capacity"), taken = session.at("taken");
    list.push_back({{"day", long_french(day)},
                    {"when", relative(day, visit.today())},
                    {"taken", taken},
                    {"capacity", capacity},
                    {"free", capacity - taken},
                    {"length", 100 * taken / capacity}});
  }
  return list;
}

Json waiting_json(Visit const& visit, Json const& sessions) {
  if (sessions.empty()) return Json::array();
  auto const next = visit.call_api("GET", "/sessions/" + sessions.front().at("id").get<std::string>());
  Json list = Json::array();
  for (auto const& line : next.at("waiting"))
    list.push_back(
        {{"place", line.at("place")},
         {"reference", line.at("reference")},
         {"name", line.at("given_name").get<std::string>() + " " + line.at("family_name").get<std::string>()},
         {"reason", line.at("reason")},
         {"offered", line.at("offered")}});
  return list;
}

}  // namespace

Json outlook(Visit const& visit) {
  auto const sessions = to_come(visit, "/sessions", "entry_on");
  return {{"committees", committees_json(visit)},
          {"sessions", sessions_json(visit, sessions)},
          {"waiting", waiting_json(visit, sessions)}};
}

}  // namespace jalon::pages
