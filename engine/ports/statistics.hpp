// What statistics are counted from, read from the histories.
#pragma once
#include <string>
#include <vector>

#include "engine/model/role.hpp"
#include "engine/statistics/milestones.hpp"

namespace jalon {

// What is late, by deadline: how much of it, since when, and of which age (in days past the last one).
struct LateStep {
  std::string deadline;
  Role owner{};
  int count = 0;
  int up_to_a_week = 0, up_to_a_month = 0, over_a_month = 0;  // a month: 30 days
  Date oldest;  // the last day of the one that is late the longest
};

class Statistics {
 public:
  virtual ~Statistics() = default;

  // Of every case whose notification was received between the two days, both included. Neither names nor
  // references.
  virtual std::vector<Milestones> milestones(std::string const& establishment, Date first, Date last) = 0;

  // The most numerous first.
  virtual std::vector<LateStep> late_by_step(std::string const& establishment) = 0;
};

}  // namespace jalon
