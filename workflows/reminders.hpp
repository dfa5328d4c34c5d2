// What the reminders to the staff must know of each pathway beside its table.
#pragma once
#include <vector>

#include "engine/reminders/pathway_reminders.hpp"

namespace jalon {

std::vector<PathwayReminders> const& all_pathway_reminders();

}  // namespace jalon
