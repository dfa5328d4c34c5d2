#include "api/pages/case_parts.hpp"

#include <algorithm>
#include <array>

#include "api/pages/french_time.hpp"
#include "engine/model/field_labels.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {

constexpr std::array all_documents{"administrative_sheet", "social_sheet",      "professional_sheet",
                                   "remuneration_sheet",   "rqth_notification", "orientation_notification"};

Date date_of(Json const& text) {
  return parse_date(text.get<std::string>()).value();
}

std::string state_label(Definition const& definition, std::string const& region, std::string const& state) {
  int const place = definition.find_region(region);
  int const found = place < 0 ? -1 : definition.find_state(place, state);
  return found < 0 ? state : std::string(definition.states[std::size_t(found)].label);
}

std::string region_label(Definition const& definition, std::string const& region) {
  int const place = definition.find_region(region);
  return place < 0 ? region : std::string(definition.regions[std::size_t(place)].label);
}

std::string in_words(Json const& value);

std::string list_in_words(Json const& list) {
  std::string text;
  for (auto const& item : list) text += (text.empty() ? "" : ", ") + in_words(item);
  return text;
}

std::string in_words(Json const& value) {
  if (value.is_boolean()) return value.get<bool>() ? "oui" : "non";
  if (value.is_array()) return list_in_words(value);
  if (!value.is_string()) return value.is_object() ? "" : value.dump();
  auto const text = value.get<std::string>();
  if (auto const date = parse_date(text)) return french(*date);
  return is_uuid(text) ? "" : std::string(french_label_of_value(text));
}

Json details_of(Json const& data) {
  Json details = Json::array();
  if (!data.is_object()) return details;
  for (auto const& [field, value] : data.items())
    if (auto const words = in_words(value); !words.empty())
      details.push_back({{"label", std::string(french_label_of(field))}, {"value", words}});
  return details;
}

std::string event_label(Definition const& definition, std::string const& event) {
  if (event == "deadline_passed") return "Échéance passée";
  if (event == "correction") return "Correction";
  if (event == "correct_data") return "Coordonnées corrigées";
  if (event == "letter_posted") return "Courrier posté";
  if (event == "letter_returned") return "Courrier revenu";
  int const found = definition.find_event(event);
  return found < 0 ? event : std::string(definition.events[std::size_t(found)].label);
}

std::string moves_of(Definition const& definition, Json const& from, Json const& to) {
  std::string text;
  for (auto const& [region, state] : to.items())
    if (from.value(region, Json()) != state)
      text += (text.empty() ? "" : " ; ") + state_label(definition, region, state);
  return text;
}

std::string roles_in_words(Json const& roles) {
  std::string text;
  for (auto const& name : roles)
    if (auto const role = parse_role(name.get<std::string>()))
      text += (text.empty() ? "" : ", ") + std::string(french_name_of(*role));
  return text;
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

Json timeline_of(Definition const& definition, Json const& items) {
  Json list = Json::array();
  for (auto const& item : items) {
    auto const occurred_on = date_of(item.at("occurred_on"));
    list.push_back({{"seq", item.at("seq")},
                    {"label", event_label(definition, item.at("event"))},
                    {"day", long_french(occurred_on)},
                    {"actor", item.at("actor")},
                    {"moves", moves_of(definition, item.at("from"), item.at("to"))},
                    {"details", details_of(item.at("data"))}});
  }
  std::reverse(list.begin(), list.end());
  return list;
}

}  // namespace jalon::pages
