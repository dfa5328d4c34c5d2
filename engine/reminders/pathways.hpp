#pragma once
#include <vector>

#include "engine/model/definition.hpp"
#include "engine/reminders/pathway_reminders.hpp"

namespace jalon {

// The pathways and what reminders know of them: both outlive whoever holds this.
struct Pathways {
  std::vector<Definition> const& definitions;
  std::vector<PathwayReminders> const& reminders;
};

}  // namespace jalon
