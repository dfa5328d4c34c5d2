// Figures as a person reads them: drawn from zero, labelled where they stand, with their numbers beside or
// behind.
#pragma once
#include "engine/json/json.hpp"
#include "engine/statistics/figure.hpp"

namespace jalon::pages {

// {"id","label","words","base","base_label","has_bars","is_long","bars","columns"}: a distribution as bars, a
// trend as columns with its target.
Json figure_json(Figure const& figure);

// All delays on one scale of days: {"height","marks","rows"}, or null when nobody has come that far. A row's
// line goes from the first quarter to the third, its point is the median.
Json delays_picture(std::vector<Figure> const& figures);

}  // namespace jalon::pages
