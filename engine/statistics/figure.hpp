// One figure of the statistics, always with what it is counted on: « 34 sur 41 dossiers notifiés » (pathway
// A.20 and C38: the base is printed beside each figure).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/json/json.hpp"

namespace jalon {

struct FigureRow {
  std::string label;
  int count = 0;
  std::optional<int> base;  // when each row has a base of its own, as a month of a trend
};

// Days, of those who came that far. Nearest rank: a half or a quarter had waited no longer than that.
struct Spread {
  int median = 0, first_quartile = 0, third_quartile = 0;
};

struct Figure {
  std::string id, label;
  std::string base_label;  // « dossiers notifiés »
  int base = 0;
  std::optional<int> count;       // a share: so many of the base
  std::optional<Spread> days;     // a delay
  std::vector<FigureRow> rows{};  // a distribution over the base, or a trend
};

// {"id","label","base","base_label"} with "count" and "percent", "days", or "rows"; a percentage of an empty
// base is null.
Json to_json(Figure const& figure);

// « 83 % (34 sur 41 dossiers notifiés) », « médiane 12 jours, la moitié entre 8 et 20 (41 dossiers…) »; of a
// distribution, its base alone.
std::string in_words(Figure const& figure);

std::optional<Spread> spread_of(std::vector<int> days);  // nothing of nothing

}  // namespace jalon
