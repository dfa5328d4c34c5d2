#include "api/pages/choices.hpp"

#include "api/pages/french_time.hpp"
#include "engine/model/serafin_needs.hpp"
#include "engine/ports/reminder_register.hpp"

namespace jalon::pages {

namespace {

constexpr PageRequest all_in_one{200, std::nullopt};

std::vector<Option> committees_of(Visit const& visit) {
  std::vector<Option> options;
  for (auto const& item : visit.house.registers.committees(visit.caller.establishment, all_in_one).items) {
    auto const held_on = parse_date(item.at("held_on").get<std::string>()).value();
    if (held_on >= visit.today()) options.push_back({item.at("id"), "Commission du " + long_french(held_on)});
  }
  return options;
}

std::string seats_of(Json const& session) {
  int const free = session.at("capacity").get<int>() - session.value("taken", 0);
  return free <= 0 ? "complète" : std::to_string(free) + (free == 1 ? " place libre" : " places libres");
}

std::vector<Option> sessions_of(Visit const& visit) {
  std::vector<Option> options;
  for (auto const& item : visit.house.registers.sessions(visit.caller.establishment, all_in_one).items) {
    auto const entry_on = parse_date(item.at("entry_on").get<std::string>()).value();
    if (entry_on >= visit.today())
      options.push_back({item.at("id"), "Entrée le " + long_french(entry_on) + " (" + seats_of(item) + ")"});
  }
  return options;
}

std::vector<Option> colleagues_of(Visit const& visit) {
  std::vector<Option> options;
  for (auto const& member : visit.house.reminders.roster(visit.caller.establishment, visit.today()).staff)
    options.push_back({member.login, member.name});
  return options;
}

}  // namespace

Options options_for(Visit const& visit, Json const& schema) {
  auto const properties = schema.value("properties", Json::object());
  Options options;
  if (properties.contains("committee")) options["committee"] = committees_of(visit);
  if (properties.contains("session")) options["session"] = sessions_of(visit);
  if (properties.contains("user")) options["user"] = colleagues_of(visit);
  return options;
}

}  // namespace jalon::pages
