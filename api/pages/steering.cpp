#include "api/pages/steering.hpp"

#include <algorithm>

#include "api/endpoints/statistics.hpp"
#include "api/pages/deadline_labels.hpp"
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
                    {"oldest", days_between(late.oldest, visit.today())},
                    {"owner", french_name_of(late.owner)}});
  return list;
}

// A bar that can be drawn without a style: its length in hundredths of the longest.
Json bar_of(FigureRow const& row, int base, int longest) {
  auto const of = row.base.value_or(base);
  int const length = row.base ? (of > 0 ? 100 * row.count / of : 0) : 100 * row.count / std::max(longest, 1);
  return {{"label", row.label},
          {"count", row.count},
          {"of", of},
          {"length", length},
          {"percent", of > 0 ? std::to_string(100 * row.count / of) + " %" : "–"}};
}

// A share of each month as columns from zero, with its target as a line: drawn where the rows have bases of
// their own.
Json columns_of(Figure const& figure) {
  if (figure.rows.empty() || !figure.rows.front().base) return nullptr;
  constexpr int width = 44, height = 100;
  Json columns = Json::array();
  for (auto const& row : figure.rows) {
    int const percent = *row.base > 0 ? 100 * row.count / *row.base : 0;
    int const left = int(columns.size()) * width;
    columns.push_back({{"x", left + 6},
                       {"middle", left + width / 2},
                       {"y", height - percent + 14},
                       {"height", percent},
                       {"above", height - percent + 10},
                       {"percent", percent},
                       {"label", row.label.substr(5, 2) + "/" + row.label.substr(2, 2)}});
  }
  return {{"width", int(columns.size()) * width}, {"columns", columns}, {"months", columns.size()}};
}

Json figure_json(Figure const& figure) {
  int longest = 0;
  for (auto const& row : figure.rows) longest = std::max(longest, row.count);
  Json bars = Json::array();
  for (auto const& row : figure.rows) bars.push_back(bar_of(row, figure.base, longest));
  return {{"id", figure.id},
          {"label", figure.label},
          {"words", in_words(figure)},
          {"bars", bars},
          {"base", figure.base},
          {"base_label", figure.base_label},
          {"has_bars", !bars.empty() && figure.base > 0},
          {"columns", columns_of(figure)}};
}

http::Response show(Visit& visit) {
  auto const asked = [&](char const* name) {
    auto const text = visit.query(name);
    return text.empty() ? std::nullopt : std::optional(text);
  };
  auto const period = api::statistics_period(asked("from"), asked("to"), visit.today());
  Json figures = Json::array();
  for (auto const& figure : api::statistics(visit.house.statistics, visit.house.definitions,
                                            visit.caller.establishment, period, visit.today()))
    figures.push_back(figure_json(figure));
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
