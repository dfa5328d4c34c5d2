#include "api/pages/case_parts.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "api/pages/french_time.hpp"
#include "api/pages/words.hpp"
#include "engine/model/value_labels.hpp"
#include "engine/ports/reminder_register.hpp"

namespace jalon::pages {

namespace {

constexpr std::array all_documents{"administrative_sheet", "social_sheet",      "professional_sheet",
                                   "remuneration_sheet",   "rqth_notification", "orientation_notification"};

Date date_of(Json const& text) {
  return parse_date(text.get<std::string>()).value();
}

std::string moves_of(Definition const& definition, Json const& from, Json const& to) {
  std::string text;
  for (auto const& [region, state] : to.items())
    if (from.value(region, Json()) != state)
      text += (text.empty() ? "" : " ; ") + state_label(definition, region, state);
  return text;
}

// What an entry says of itself; a deadline that passed is named as people name it.
Json entry_details(Definition const& definition, Json const& item) {
  auto const& data = item.at("data");
  if (item.at("event") != "deadline_passed") return details_of(data);
  auto const id = data.value("deadline", "");
  auto const found = std::find_if(definition.deadlines.begin(), definition.deadlines.end(),
                                  [&](DeadlineModel const& model) { return model.id == id; });
  Json details = Json::array();
  if (found != definition.deadlines.end())
    details.push_back({{"label", "Échéance"}, {"value", std::string(found->label)}});
  if (data.contains("due"))
    details.push_back({{"label", "Attendue le"}, {"value", in_words(data.at("due"))}});
  return details;
}

std::map<std::string, std::string> names_of_staff(Visit const& visit) {
  std::map<std::string, std::string> names;
  for (auto const& member : visit.house.reminders.roster(visit.caller.establishment, visit.today()).staff)
    names[member.login] = member.name;
  return names;
}

// Who is no longer here keeps the login.
std::string actor_in_words(std::map<std::string, std::string> const& names, std::string const& login) {
  if (login == "engine") return "Jalon";
  auto const found = names.find(login);
  return found == names.end() ? login : found->second;
}

}  // namespace

Json places_of(Definition const& definition, Json const& shown) {
  Json places = Json::array();
  for (auto const& [region, state] : shown.at("states").items())
    if (region != "journey")
      places.push_back(
          {{"region", region_label(definition, region)}, {"state", state_label(definition, region, state)}});
  return places;
}

Json due_of(Json const& shown, Date today) {
  Json list = Json::array();
  for (auto const& deadline : shown.at("deadlines")) {
    auto const due = date_of(deadline.at("due"));
    auto const owner = parse_role(deadline.at("owner").get<std::string>());
    list.push_back({{"label", deadline.at("label")},
                    {"when", relative(due, today)},
                    {"date", long_french(due)},
                    {"late", due < today},
                    {"derivation", deadline.at("derivation")},
                    {"owner", owner ? std::string(french_name_of(*owner)) : ""}});
  }
  return list;
}

Json possible_acts(Json const& shown) {
  Json list = Json::array();
  for (auto const& action : shown.at("actions"))
    if (action.at("enabled") == true)
      list.push_back({{"label", action.at("label")}, {"event", action.at("event")}});
  return list;
}

Json impossible_acts(Json const& shown) {
  Json list = Json::array();
  for (auto const& action : shown.at("actions"))
    if (action.at("enabled") == false)
      list.push_back({{"label", action.at("label")},
                      {"reasons", action.at("blocked_by")},
                      {"who", roles_in_words(action.at("roles"))}});
  return list;
}

Json documents_of(Json const& shown) {
  auto const here = shown.at("data").value("documents", Json::array());
  Json list = Json::array();
  for (auto const* document : all_documents)
    list.push_back({{"label", std::string(french_label_of_value(document))},
                    {"here", std::find(here.begin(), here.end(), document) != here.end()}});
  return list;
}

Json timeline_of(Visit const& visit, Definition const& definition, Json const& items) {
  auto const names = names_of_staff(visit);
  Json list = Json::array();
  for (auto const& item : items) {
    auto const occurred_on = date_of(item.at("occurred_on"));
    list.push_back({{"seq", item.at("seq")},
                    {"label", event_label(definition, item.at("event"))},
                    {"day", long_french(occurred_on)},
                    {"actor", actor_in_words(names, item.at("actor"))},
                    {"moves", moves_of(definition, item.at("from"), item.at("to"))},
                    {"details", entry_details(definition, item)}});
  }
  std::reverse(list.begin(), list.end());
  return list;
}

}  // namespace jalon::pages
