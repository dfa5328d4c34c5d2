// A report in the exchange format of the national system (SDO). Pure: may be used from several threads.
#pragma once
#include <variant>
#include <vector>

#include "engine/decision/decision.hpp"
#include "engine/model/report.hpp"

namespace jalon {

// What is missing or not allowed, each with a French reason that says what to do.
using Unwritable = std::vector<BlockedBy>;

class ReportWriter {
 public:
  virtual ~ReportWriter() = default;
  virtual std::variant<Json, Unwritable> write(Report const& report) const = 0;
};

}  // namespace jalon
