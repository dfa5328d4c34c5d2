#include "api/pages/case_page.hpp"

#include "api/pages/acts_of_case.hpp"
#include "api/pages/case_exchanges.hpp"
#include "api/pages/case_frame.hpp"
#include "api/pages/case_of.hpp"
#include "api/pages/case_parts.hpp"
#include "api/pages/case_person.hpp"
#include "api/pages/confirmation.hpp"
#include "api/pages/renderer.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {

constexpr std::size_t last_entries = 8, last_exchanges = 3;

// All but the one where the case stands; what Jalon noted by itself is no place to go back to.
Json steps_to_go_back_to(Json const& timeline) {
  Json steps = Json::array();
  for (std::size_t i = 1; i < timeline.size(); ++i) {
    auto const& entry = timeline[i];
    if (entry.at("actor") == "Jalon") continue;
    steps.push_back(
        {{"seq", entry.at("seq")},
         {"label", entry.at("label").get<std::string>() + ", " + entry.at("day").get<std::string>()}});
  }
  return steps;
}

Json what_left(Json const& exchanges) {
  Json sent = Json::array();
  for (auto const& exchange : exchanges)
    if (exchange.at("left") == true) sent.push_back(exchange);
  return sent;
}

// How many are here, and the names of those that are not.
Json documents_in_short(Json const& documents) {
  std::string missing;
  std::size_t here = 0;
  for (auto const& document : documents)
    if (document.at("here").get<bool>())
      ++here;
    else
      missing += (missing.empty() ? "" : ", ") + document.at("label").get<std::string>();
  return {{"here", here}, {"all", documents.size()}, {"missing", missing}};
}

Json page_of(Visit const& visit, Json const& shown, std::string const& id) {
  auto const& definition = definition_for(visit, shown);
  auto timeline = timeline_of(visit, definition, visit.all_items("/cases/" + id + "/history"));
  auto const steps = steps_to_go_back_to(timeline);
  auto const earlier = timeline.size() > last_entries ? timeline.size() - last_entries : 0;
  if (earlier > 0) timeline.erase(timeline.begin() + last_entries, timeline.end());
  auto exchanges = exchanges_of(visit, id);
  auto const sent = what_left(exchanges);
  bool const more = exchanges.size() > last_exchanges;
  if (more) exchanges.erase(exchanges.begin() + last_exchanges, exchanges.end());
  auto acts = acts_of_case(visit, definition, shown);
  auto page = case_frame(visit, shown, "");
  page.update({{"contact", contact_of(shown)},
               {"places", places_of(definition, shown)},
               {"due", due_of(shown, visit.today())},
               {"tasks", tasks_of(shown)},
               {"may_correct_person", visit.roles.meets(correctors())},
               {"acts", acts.of_this_step},
               {"acts_at_any_time", acts.at_any_time},
               {"may_act", !acts.of_this_step.empty() || !acts.at_any_time.empty()},
               {"not_possible", impossible_acts(shown)},
               {"documents", documents_in_short(documents_of(shown))},
               {"timeline", std::move(timeline)},
               {"steps", steps},
               {"earlier", earlier > 0 ? Json(earlier) : Json()},
               {"sent", sent},
               {"has_sent", !sent.empty()},
               {"exchanges", std::move(exchanges)},
               {"more_exchanges", more}});
  return page;
}

http::Response show(Visit& visit) {
  auto const id = case_id_of(visit);
  return render(visit, "case", page_of(visit, case_of(visit, id), id));
}

http::Response correct(Visit& visit) {
  auto const id = case_id_of(visit);
  auto const reference = visit.path.at("reference");
  auto const back_to = int(std::strtol(visit.form.text("back_to").c_str(), nullptr, 10));
  visit.call_api("POST", "/cases/" + id + "/corrections",
                 {{"back_to", back_to}, {"reason", visit.form.text("reason")}});
  return see_other(with_confirmation("/dossiers/" + reference, "correction", reference));
}

}  // namespace

std::vector<PageRoute> case_pages() {
  return {{.method = "GET", .address = "/dossiers/{reference}", .execute = show, .roles = case_roles()},
          {.method = "POST",
           .address = "/dossiers/{reference}/correction",
           .execute = correct,
           .roles = case_roles()}};
}

}  // namespace jalon::pages
