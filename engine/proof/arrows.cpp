#include "engine/proof/arrows.hpp"

#include <algorithm>

#include "engine/proof/survey.hpp"

namespace jalon::diagram {

namespace {
std::string label_of(Definition const& definition, RowModel const& row) {
  std::string label(definition.events[std::size_t(row.event)].label);
  std::string conditions;
  for (auto const& condition : row.conditions)
    conditions += (conditions.empty() ? "" : ", ") + std::string(condition.negated ? "not " : "") +
                  std::string(condition.id);
  for (auto const& guard : row.guards) conditions += (conditions.empty() ? "" : ", ") + std::string(guard.id);
  return conditions.empty() ? label : label + " [" + conditions + "]";
}

std::string with_underscores(std::string name) {
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}
}  // namespace

std::vector<Arrow> arrows_of(Definition const& definition, int machine) {
  std::vector<Arrow> arrows;
  for (auto const& row : definition.rows) {
    if (row.machine != machine || row.internal) continue;
    auto found = std::find_if(arrows.begin(), arrows.end(), [&](Arrow const& arrow) {
      return arrow.source == row.source && arrow.target == row.target;
    });
    if (found == arrows.end()) found = arrows.insert(arrows.end(), Arrow{row.source, row.target, {}});
    auto const label = label_of(definition, row);
    if (std::find(found->labels.begin(), found->labels.end(), label) == found->labels.end())
      found->labels.push_back(label);
  }
  return arrows;
}

std::string node_of(Definition const& definition, int state) {
  return with_underscores(proof::place_of(definition, state));
}

std::string node_of_region(RegionModel const& region) {
  return "region_" + with_underscores(region.id);
}

std::string escaped(std::string_view text,
                    std::vector<std::pair<std::string_view, std::string_view>> const& pairs) {
  std::string result;
  while (!text.empty()) {
    auto const found = std::find_if(pairs.begin(), pairs.end(),
                                    [&](auto const& pair) { return text.starts_with(pair.first); });
    std::size_t const length = found == pairs.end() ? 1 : found->first.size();
    result += found == pairs.end() ? text.substr(0, 1) : found->second;
    text.remove_prefix(length);
  }
  return result;
}

}  // namespace jalon::diagram
