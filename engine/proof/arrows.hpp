// The arrows of a diagram: rows with the same two ends are one arrow, so that a picture stays readable.
#pragma once
#include <string>
#include <vector>

#include "engine/model/definition.hpp"

namespace jalon::diagram {

struct Arrow {
  int source = -1, target = -1;
  std::vector<std::string> labels;  // French, in the order of the rows, each once
};

// Those of a machine, in the order of its rows. Rows that stay are left out: they move nothing.
std::vector<Arrow> arrows_of(Definition const& definition, int machine);

// « journey.file_sent » as a name that every format accepts: « journey_file_sent ».
std::string node_of(Definition const& definition, int state);
std::string node_of_region(RegionModel const& region);

// Replaces each of the pairs' first texts by its second.
std::string escaped(std::string_view text,
                    std::vector<std::pair<std::string_view, std::string_view>> const& pairs);

}  // namespace jalon::diagram
