#include "api/pages/case_journey.hpp"

#include "api/pages/case_frame.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/case_parts.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/journey_picture.hpp"
#include "api/pages/renderer.hpp"
#include "api/pages/words.hpp"

namespace jalon::pages {

namespace {

// [{"label","day","seq","here"}], in the order in which the states were entered.
Json stations_of(Definition const& definition, Json const& entries) {
  Json stations = Json::array();
  std::string before;
  for (auto const& entry : entries) {
    auto const state = entry.at("to").value("journey", "");
    if (state.empty() || state == before) continue;
    stations.push_back({{"state", state},
                        {"label", state_label(definition, "journey", state)},
                        {"day", in_words(entry.at("occurred_on"))},
                        {"seq", entry.at("seq")},
                        {"here", false}});
    before = state;
  }
  if (!stations.empty()) stations.back()["here"] = true;
  return stations;
}

// As it was at the end of a day; null when nobody asks, a message when there is none.
Json then_of(Visit const& visit, Definition const& definition, std::string const& id) {
  auto const day = visit.query("au");
  if (day.empty()) return nullptr;
  auto const date = parse_date(day);
  if (!date) return {{"missing", "Un jour est attendu, par exemple le " + french(visit.today()) + "."}};
  try {
    auto const then = visit.call_api("GET", "/cases/" + id + "/history?at=" + day);
    return {{"day", long_french(*date)},
            {"state", state_label(definition, "journey", then.at("states").value("journey", ""))},
            {"places", places_of(definition, then)},
            {"due", due_of(then, *date)},
            {"documents", documents_of(then)}};
  } catch (api::ApiProblem const& problem) {
    return {{"missing",
             problem.detail.empty() ? "Le dossier n’existait pas encore ce jour-là." : problem.detail}};
  }
}

http::Response show(Visit& visit) {
  auto const id = case_id_of(visit);
  auto const shown = case_of(visit, id);
  auto const& definition = definition_for(visit, shown);
  auto const entries = visit.all_items("/cases/" + id + "/history");
  auto const stations = stations_of(definition, entries);
  std::set<std::string> visited;
  for (auto const& station : stations) visited.insert(station.at("state"));
  auto page = case_frame(visit, shown, "parcours");
  page.update(
      {{"picture", journey_picture(visit, definition, shown.at("states").value("journey", ""), visited)},
       {"workflow", definition.id},
       {"stations", stations},
       {"then", then_of(visit, definition, id)},
       {"asked_day", visit.query("au")},
       {"today", to_string(visit.today())},
       {"timeline", timeline_of(visit, definition, entries)}});
  return render(visit, "case_journey", std::move(page));
}

}  // namespace

std::vector<PageRoute> case_journey_pages() {
  return {
      {.method = "GET", .address = "/dossiers/{reference}/parcours", .execute = show, .roles = case_roles()}};
}

}  // namespace jalon::pages
