// What statistics are counted from, read from the histories.
#pragma once
#include <string>
#include <vector>

#include "engine/statistics/milestones.hpp"

namespace jalon {

class Statistics {
 public:
  virtual ~Statistics() = default;

  // Of every case whose notification was received between the two days, both included. Neither names nor
  // references.
  virtual std::vector<Milestones> milestones(std::string const& establishment, Date first, Date last) = 0;
};

}  // namespace jalon
