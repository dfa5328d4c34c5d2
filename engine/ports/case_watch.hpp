// Whether a case has moved on, for a page of it that stays open. Cheap enough to be asked every few seconds,
// and no reading of the case.
#pragma once
#include "engine/ports/registers.hpp"

namespace jalon {

class CaseWatch {
 public:
  virtual ~CaseWatch() = default;
  // Nothing when no such case is in sight.
  virtual std::optional<int> revision(Sight const& sight, std::string const& reference) = 0;
};

}  // namespace jalon
