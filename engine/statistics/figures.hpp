// The statistics an establishment reports (pathway A.20), each from the same milestones, so that no two of
// them can disagree.
#pragma once
#include <functional>
#include <vector>

#include "engine/statistics/figure.hpp"
#include "engine/statistics/milestones.hpp"

namespace jalon {

using StateLabel = std::function<std::string(std::string const& state)>;

// In the order of the journey. `today` decides whose time is still running: they are in no base yet.
std::vector<Figure> figures_of(std::vector<Milestones> const& cases, Date today, StateLabel const& label_of);

}  // namespace jalon
