#include <algorithm>
#include <set>

#include "engine/proof/arrows.hpp"
#include "engine/proof/diagram.hpp"

namespace jalon {

namespace {

constexpr std::size_t few = 6, letters_in_a_line = 16;

// In lines of some letters each, so that boxes stay small.
std::string wrapped(std::string_view label) {
  std::string text;
  std::size_t line = 0;
  for (std::size_t at = 0; at < label.size();) {
    auto const end = std::min(label.find(' ', at), label.size());
    auto const word = label.substr(at, end - at);
    if (line > 0 && line + word.size() > letters_in_a_line)
      text += "\\n", line = 0;
    else if (line > 0)
      text += ' ';
    text += diagram::escaped(word, {{"\\", "\\\\"}, {"\"", "\\\""}});
    line += word.size() + 1;
    at = end + 1;
  }
  return text;
}

std::set<int> sources_of(Definition const& definition, int event) {
  std::set<int> sources;
  for (auto const& row : definition.rows)
    if (row.machine == 0 && row.event == event && !row.internal) sources.insert(row.source);
  return sources;
}

bool is_of_journey(Definition const& definition, int state) {
  auto const& model = definition.states[std::size_t(state)];
  return model.region == journey_region(definition) && !model.hidden;
}

using Arrows = std::set<std::pair<int, int>>;

// The way back from an end is said in its state's words: drawn, it would cross everything.
Arrows arrows_drawn(Definition const& definition) {
  auto const anywhere = from_anywhere(definition);
  Arrows arrows;
  for (auto const& row : definition.rows) {
    bool const moves = row.machine == 0 && !row.internal && row.source != row.target;
    bool const said_elsewhere = definition.states[std::size_t(row.source)].final ||
                                std::find(anywhere.begin(), anywhere.end(), row.event) != anywhere.end();
    if (moves && !said_elsewhere && is_of_journey(definition, row.source) &&
        is_of_journey(definition, row.target))
      arrows.emplace(row.source, row.target);
  }
  return arrows;
}

bool is_touched(Arrows const& arrows, int state) {
  return std::any_of(arrows.begin(), arrows.end(),
                     [&](auto const& arrow) { return arrow.first == state || arrow.second == state; });
}

std::string node(Definition const& definition, int number) {
  auto const& state = definition.states[std::size_t(number)];
  return "  " + diagram::node_of(definition, number) + " [label=\"" + wrapped(state.label) +
         "\", class=\"place_" + std::string(state.id) + (state.final ? " end" : "") + "\"];\n";
}

}  // namespace

int journey_region(Definition const& definition) {
  std::vector<int> states(definition.regions.size(), 0);
  for (auto const& state : definition.states)
    if (state.machine == 0 && state.region >= 0) ++states[std::size_t(state.region)];
  return int(std::max_element(states.begin(), states.end()) - states.begin());
}

std::vector<int> from_anywhere(Definition const& definition) {
  std::vector<int> events;
  for (std::size_t event = 0; event < definition.events.size(); ++event)
    if (sources_of(definition, int(event)).size() > few) events.push_back(int(event));
  return events;
}

std::string journey_to_dot(Definition const& definition) {
  std::string text = "digraph journey {\n  rankdir=LR; nodesep=0.12; ranksep=0.25; bgcolor=transparent;\n";
  text += "  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=10, margin=\"0.06,0.04\"];\n";
  text += "  edge [arrowsize=0.6];\n";
  auto const arrows = arrows_drawn(definition);
  for (std::size_t i = 0; i < definition.states.size(); ++i)
    if (is_of_journey(definition, int(i)) && is_touched(arrows, int(i))) text += node(definition, int(i));
  for (auto const& [source, target] : arrows)
    text += "  " + diagram::node_of(definition, source) + " -> " + diagram::node_of(definition, target) +
            " [class=\"" + (definition.states[std::size_t(target)].final ? "exit" : "way") + "\"];\n";
  return text + "}\n";
}

}  // namespace jalon
