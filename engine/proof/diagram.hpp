// Pictures of a definition, made from the very table that runs. Text only: turning the dot text into SVG is
// the business of Graphviz, outside the engine.
#pragma once
#include <string>
#include <vector>

#include "engine/model/definition.hpp"

namespace jalon {

// Graphviz: a cluster per region, composites in a cluster of their own; arrows bear the events' French
// labels.
std::string definition_to_dot(Definition const& definition);

// The region in which a person is on the way: of those that stand side by side, the one with the most states.
int journey_region(Definition const& definition);

// Graphviz, to be read by those who work with it: the states of that region from left to right, and the
// arrows that lead from few of them; an event that is possible nearly everywhere (`from_anywhere`) has none.
// Each state bears its place as a class (« place_file_sent »), ends the class « end », so that a page can
// light where a person is.
std::string journey_to_dot(Definition const& definition);
// The events left out of it, in the order of the table.
std::vector<int> from_anywhere(Definition const& definition);

// Mermaid, `stateDiagram-v2`.
std::string definition_to_mermaid(Definition const& definition);

// W3C SCXML: regions as children of <parallel>, remembered composites with a deep <history>. Conditions and
// guards appear by name in `cond`.
std::string definition_to_scxml(Definition const& definition);

}  // namespace jalon
