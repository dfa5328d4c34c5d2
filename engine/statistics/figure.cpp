#include "engine/statistics/figure.hpp"

#include <algorithm>
#include <cmath>

namespace jalon {

namespace {

Json percent(int count, int base) {
  return base == 0 ? Json() : Json(std::round(1000.0 * count / base) / 10.0);
}

std::string french_percent(int count, int base) {
  return std::to_string(std::lround(100.0 * count / base)) + " %";
}

int nearest_rank(std::vector<int> const& sorted, int hundredth) {
  auto const rank = (sorted.size() * std::size_t(hundredth) + 99) / 100;
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

Json row_json(FigureRow const& row, int base_of_all) {
  Json json{{"label", row.label}, {"count", row.count}};
  if (row.base) json["base"] = *row.base;
  json["percent"] = percent(row.count, row.base.value_or(base_of_all));
  return json;
}

}  // namespace

std::optional<Spread> spread_of(std::vector<int> days) {
  if (days.empty()) return std::nullopt;
  std::sort(days.begin(), days.end());
  return Spread{nearest_rank(days, 50), nearest_rank(days, 25), nearest_rank(days, 75)};
}

Json to_json(Figure const& figure) {
  Json json{{"id", figure.id},
            {"label", figure.label},
            {"base", figure.base},
            {"base_label", figure.base_label},
            {"words", in_words(figure)}};
  if (figure.count) {
    json["count"] = *figure.count;
    json["percent"] = percent(*figure.count, figure.base);
  }
  if (figure.days)
    json["days"] = {{"median", figure.days->median},
                    {"first_quartile", figure.days->first_quartile},
                    {"third_quartile", figure.days->third_quartile}};
  if (figure.rows.empty()) return json;
  json["rows"] = Json::array();
  for (auto const& row : figure.rows) json["rows"].push_back(row_json(row, figure.base));
  return json;
}

std::string in_words(Figure const& figure) {
  auto const of = std::to_string(figure.base) + " " + figure.base_label;
  if (figure.base == 0) return "aucune donnée (0 " + figure.base_label + ")";
  if (figure.count)
    return french_percent(*figure.count, figure.base) + " (" + std::to_string(*figure.count) + " sur " + of +
           ")";
  if (!figure.days) return of;
  return "médiane " + std::to_string(figure.days->median) + " jours, la moitié entre " +
         std::to_string(figure.days->first_quartile) + " et " + std::to_string(figure.days->third_quartile) +
         " (" + of + ")";
}

}  // namespace jalon
