// The live cases a change of policy looks at, and how each setting came to be what it is.
#pragma once
#include "engine/ports/registers.hpp"

namespace jalon {

class PolicyRegister {
 public:
  virtual ~PolicyRegister() = default;
  // Open cases by identifier, after the given one.
  virtual std::vector<Snapshot> live_cases(std::string const& establishment,
                                           std::optional<std::string> const& after, int limit) = 0;
  // {"value","revision","set_by","set_at"} as it is now; null when never set.
  virtual Json setting_in_force(std::string const& establishment, std::string const& name) = 0;
  // The same for every value it had, the newest first.
  virtual Page setting_history(std::string const& establishment, std::string const& name,
                               PageRequest const& page) = 0;
};

}  // namespace jalon
