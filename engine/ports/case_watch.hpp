// Whether cases have moved on, for pages of them that stay open. Cheap enough to be asked every second, and
// no reading of a case.
#pragma once
#include <map>

#include "engine/ports/registers.hpp"

namespace jalon {

class CaseWatch {
 public:
  virtual ~CaseWatch() = default;
  // Nothing when no such case is in sight.
  virtual std::optional<int> revision(Sight const& sight, std::string const& reference) = 0;
  // By reference, of those that there are; whoever asks has been shown them.
  virtual std::map<std::string, int> revisions(std::string const& establishment,
                                               std::vector<std::string> const& references) = 0;
};

}  // namespace jalon
