// Pictures of a definition, made from the very table that runs. Text only: turning the dot text into SVG is
// the business of Graphviz, outside the engine.
#pragma once
#include <string>

#include "engine/model/definition.hpp"

namespace jalon {

// Graphviz: a cluster per region, composites in a cluster of their own; arrows bear the events' French
// labels.
std::string definition_to_dot(Definition const& definition);

// Mermaid, `stateDiagram-v2`.
std::string definition_to_mermaid(Definition const& definition);

// W3C SCXML: regions as children of <parallel>, remembered composites with a deep <history>. Conditions and
// guards appear by name in `cond`.
std::string definition_to_scxml(Definition const& definition);

}  // namespace jalon
