#include "api/pages/steering.hpp"

#include "api/endpoints/statistics.hpp"
#include "api/pages/deadline_labels.hpp"
#include "api/pages/figure_pictures.hpp"
#include "api/pages/french_time.hpp"
#include "api/pages/outlook.hpp"
#include "api/pages/renderer.hpp"
#include "engine/ports/statistics.hpp"

namespace jalon::pages {

namespace {

// Whose, what and how old: the coordinator's first look.
Json late_by_step(Visit const& visit) {
  Json list = Json::array();
  for (auto const& late : visit.house.statistics.late_by_step(visit.caller.establishment))
    list.push_back({{"label", label_of_deadline(visit.house.definitions, late.deadline)},
                    {"count", late.count},
                    {"week", late.up_to_a_week},
                    {"month", late.up_to_a_month},
                    {"older", late.over_a_month},
                    {"oldest", days_between(late.oldest, visit.today())},
                    {"owner", french_name_of(late.owner)}});
  return list;
}

http::Response show(Visit& visit) {
  auto const asked = [&](char const* name) {
    auto const text = visit.query(name);
    return text.empty() ? std::nullopt : std::optional(text);
  };
  auto const period = api::statistics_period(asked("from"), asked("to"), visit.today());
  auto const counted = api::statistics(visit.house.statistics, visit.house.definitions,
                                       visit.caller.establishment, period, visit.today());
  Json figures = Json::array();
  for (auto const& figure : counted)
    if (!figure.days) figures.push_back(figure_json(figure));
  auto const late = late_by_step(visit);
  return render(visit, "steering",
                {{"title", "Pilotage"},
                 {"outlook", outlook(visit)},
                 {"late", late},
                 {"nothing_late", late.empty()},
                 {"from", to_string(period.first)},
                 {"to", to_string(period.last)},
                 {"from_long", long_french(period.first)},
                 {"to_long", long_french(period.last)},
                 {"delays", delays_picture(counted)},
                 {"figures", figures}});
}

http::Response download(Visit& visit) {
  auto const query = "?from=" + visit.query("from") + "&to=" + visit.query("to");
  return visit.read_paper("/statistics.xlsx" + (visit.query("from").empty() ? "" : query));
}

}  // namespace

std::vector<PageRoute> steering_pages() {
  RoleSet const coordination{Role::coordinator, Role::deputy_director};
  return {{.method = "GET", .address = "/pilotage", .execute = show, .roles = coordination},
          {.method = "GET",
           .address = "/pilotage/statistiques.xlsx",
           .execute = download,
           .roles = coordination}};
}

}  // namespace jalon::pages
