#include "api/pages/outlook.hpp"

#include "api/endpoints/session_lists.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/words.hpp"
#include "engine/ports/sessions.hpp"

namespace jalon::pages {

namespace {

constexpr std::size_t most_waiting = 30;

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

// In view of the next session: with none there is no seat to wait for.
Json waiting_json(Visit const& visit, Json const& sessions) {
  if (sessions.empty()) return {{"lines", Json::array()}, {"others", 0}};
  auto const& next = sessions.front();
  int const free = next.at("capacity").get<int>() - next.at("taken").get<int>();
  auto waiting = visit.house.sessions.first_waiting(visit.sight(), most_waiting, visit.caller.login);
  auto const lines = api::waiting_seen_by(visit.roles, std::move(waiting["lines"]), free);
  Json list = Json::array();
  for (auto const& line : lines)
    list.push_back({{"place", line.at("place")},
                    {"reference", line.at("reference")},
                    {"name", name_of(line)},
                    {"reason", line.at("reason")},
                    {"offered", line.at("offered")}});
  return {{"lines", list},
          {"others", waiting.at("count").get<std::size_t>() - lines.size()},
          {"has_others", waiting.at("count").get<std::size_t>() > lines.size()},
          {"session", next.at("id")}};
}

}  // namespace

Json outlook(Visit const& visit) {
  auto const sessions = to_come(visit, "/sessions", "entry_on");
  return {{"committees", committees_json(visit)},
          {"sessions", sessions_json(visit, sessions)},
          {"waiting", waiting_json(visit, sessions)}};
}

}  // namespace jalon::pages
