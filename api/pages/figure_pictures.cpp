#include "api/pages/figure_pictures.hpp"

#include <algorithm>

namespace jalon::pages {

namespace {

constexpr std::size_t most_bars_in_sight = 8;

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

}  // namespace

Json figure_json(Figure const& figure) {
  int longest = 0;
  for (auto const& row : figure.rows) longest = std::max(longest, row.count);
  Json bars = Json::array();
  for (auto const& row : figure.rows) bars.push_back(bar_of(row, figure.base, longest));
  auto const columns = columns_of(figure);
  return {{"id", figure.id},
          {"label", figure.label},
          {"words", in_words(figure)},
          {"bars", bars},
          {"base", figure.base},
          {"base_label", figure.base_label},
          {"has_bars", !bars.empty() && figure.base > 0},
          {"is_folded", !columns.is_null() || bars.size() > most_bars_in_sight},
          {"columns", columns}};
}

namespace {

constexpr int width_of_days = 320, height_of_a_row = 40, top_of_rows = 8;

// Steps that people count in, at most six of them.
int step_of_scale(int longest) {
  for (int const step : {5, 10, 15, 30, 60, 90, 180})
    if (longest <= 6 * step) return step;
  return 365;
}

Json delay_row(Figure const& figure, int number, int scale) {
  auto const at = [&](int days) { return days * width_of_days / scale; };
  int const top = top_of_rows + number * height_of_a_row;
  auto const& days = *figure.days;
  return {{"label", figure.label},
          {"base", std::to_string(figure.base) + " " + figure.base_label},
          {"median", days.median},
          {"first_quartile", days.first_quartile},
          {"third_quartile", days.third_quartile},
          {"from", at(days.first_quartile)},
          {"to", at(days.third_quartile)},
          {"point", at(days.median)},
          {"text_y", top + 12},
          {"y", top + 24}};
}

}  // namespace

Json delays_picture(std::vector<Figure> const& figures) {
  int longest = 0;
  for (auto const& figure : figures)
    if (figure.days) longest = std::max(longest, figure.days->third_quartile);
  if (longest == 0) return nullptr;
  int const step = step_of_scale(longest), scale = (longest + step - 1) / step * step;
  Json rows = Json::array(), marks = Json::array();
  for (auto const& figure : figures)
    if (figure.days) rows.push_back(delay_row(figure, int(rows.size()), scale));
  for (int days = 0; days <= scale; days += step)
    marks.push_back({{"x", days * width_of_days / scale}, {"days", days}});
  int const floor = top_of_rows + int(rows.size()) * height_of_a_row;
  return {{"floor", floor}, {"height", floor + 20}, {"under", floor + 14}, {"marks", marks}, {"rows", rows}};
}

}  // namespace jalon::pages
