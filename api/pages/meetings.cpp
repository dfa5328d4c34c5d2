#include "api/pages/meetings.hpp"

#include <map>

#include "api/endpoints/all_items.hpp"

namespace jalon::pages {

namespace {

Json with_addresses(Json all, char const* day, std::string const& list) {
  std::map<std::string, int> on_one_day;
  for (auto const& item : all) ++on_one_day[item.at(day).get<std::string>()];
  for (auto& item : all) {
    auto const on = item.at(day).get<std::string>();
    item["on"] = on;
    item["address"] = list + "/" + (on_one_day.at(on) == 1 ? on : item.at("id").get<std::string>());
  }
  return all;
}

Json named_in(Visit const& visit, Json const& all) {
  auto const& which = visit.path.at("which");
  for (auto const& item : all)
    if (item.at("id") == which || item.at("address").get<std::string>().ends_with("/" + which)) return item;
  throw api::ApiProblem{api::ProblemName::not_found, ""};
}

}  // namespace

Json all_committees(Visit const& visit) {
  return with_addresses(api::all_items([&](PageRequest const& request) {
                          return visit.house.registers.committees(visit.caller.establishment, request);
                        }),
                        "held_on", "/commissions");
}

Json all_sessions(Visit const& visit) {
  return with_addresses(api::all_items([&](PageRequest const& request) {
                          return visit.house.registers.sessions(visit.caller.establishment, request);
                        }),
                        "entry_on", "/sessions");
}

Json committee_of(Visit const& visit) {
  return named_in(visit, all_committees(visit));
}

Json session_of(Visit const& visit) {
  return named_in(visit, all_sessions(visit));
}

}  // namespace jalon::pages
