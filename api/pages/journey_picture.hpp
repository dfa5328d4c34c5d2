// The pathway drawn, from the very table that runs: where a person is, and where they have been, stand out by
// their class (assets/jalon.css). Drawn once for each version of a workflow.
#pragma once
#include <set>
#include <string>

#include "api/pages/visit.hpp"

namespace jalon::pages {

// One <svg>; empty where no drawing program is installed, since the same stands beside it in words.
std::string journey_picture(Visit const& visit, Definition const& definition, std::string const& here = "",
                            std::set<std::string> const& visited = {});

}  // namespace jalon::pages
