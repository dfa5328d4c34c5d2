#include "api/pages/case_parts.hpp"

#include <algorithm>
#include <array>

#include "api/pages/french_time.hpp"
#include "api/pages/staff_names.hpp"
#include "api/pages/words.hpp"
#include "engine/model/value_labels.hpp"

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
Json entry_details(Definition const& definition, StaffNames const& names, Json const& item) {
  auto const& data = item.at("data");
  if (item.at("event") != "deadline_passed") return details_of(names.in(data));
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

Json tasks_of(Json const& shown) {
  Json list = Json::array();
  for (auto const& task : shown.at("tasks"))
    if (task.at("kind") != "overdue") list.push_back(task);
  return list;
}

Json documents_of(Json const& shown) {
  auto const here = shown.at("data").value("documents", Json::array());
  Json list = Json::array();
  for (auto const* document : all_documents)
    list.push_back({{"id", document},
                    {"label", std::string(french_label_of_value(document))},
                    {"here", std::find(here.begin(), here.end(), document) != here.end()}});
  return list;
}

Json timeline_of(Visit const& visit, Definition const& definition, Json const& items) {
  StaffNames const names(visit);
  Json list = Json::array();
  for (auto const& item : items) {
    auto const occurred_on = date_of(item.at("occurred_on"));
    list.push_back({{"seq", item.at("seq")},
                    {"event", item.at("event")},
                    {"label", event_label(definition, item.at("event"))},
                    {"day", long_french(occurred_on)},
                    {"actor", names.of(item.at("actor"))},
                    {"moves", moves_of(definition, item.at("from"), item.at("to"))},
                    {"details", entry_details(definition, names, item)}});
  }
  std::reverse(list.begin(), list.end());
  return list;
}

}  // namespace jalon::pages
