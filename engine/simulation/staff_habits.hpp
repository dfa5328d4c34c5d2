// What somebody in the establishment would do next with a case, and how often they come to it on a given day.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "engine/model/snapshot.hpp"

namespace jalon {

struct Habit {
  Role by{};
  std::string event;
  Json data = Json::object();
};
struct PlannedDates {
  std::string committee, session;
};

// Nothing on most days: people have other cases. `chance` gives a number from 0 to 1.
std::optional<Habit> habit_in(Snapshot const& snapshot, Date today, PlannedDates const& planned,
                              std::function<double()> const& chance);

}  // namespace jalon
