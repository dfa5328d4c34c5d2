// A pre-orientation case played to a point under one policy, and looked at under another.
#pragma once
#include "engine/decision/counting.hpp"
#include "tests/workflows/starts.hpp"

namespace jalon::kit {

class PolicyCase {
 public:
  explicit PolicyCase(std::string const& story, Policy policy = {}) : table_(all_workflows().front()) {
    table_.world().policy = std::move(policy);
    for (auto const& failure : table_.play(story)) ADD_FAILURE() << failure;
  }

  void set(Policy policy) { table_.world().policy = std::move(policy); }
  World& world() { return table_.world(); }
  Snapshot const& snapshot() const { return table_.snapshot(); }

  std::vector<DateChange> changes(std::set<std::string> const& deadlines) {
    auto const around = world().surroundings();
    return date_changes(all_workflows().front(), snapshot(), deadlines, around);
  }
  std::optional<Move> recounted(std::set<std::string> const& deadlines) {
    auto const around = world().surroundings();
    return recount(all_workflows().front(), snapshot(), deadlines, around);
  }

 private:
  JourneyTable table_;
};

inline Policy with_period(std::string const& deadline, Period period) {
  Policy policy;
  policy.deadlines[deadline].period = period;
  return policy;
}

}  // namespace jalon::kit
