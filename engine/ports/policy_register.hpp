// The live cases a change of policy looks at, and how each setting came to be what it is.
#pragma once
#include "engine/ports/registers.hpp"

namespace jalon {

// A change that takes effect on a day to come.
struct PlannedSetting {
  std::string establishment, name;
  Date valid_from;
  Json value;
  Json clocks;  // deadline → « kept » or « restarted »
  std::string login;
};

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

  // One for a setting and a day: planned again, it is replaced.
  virtual void plan_setting(PlannedSetting const& planned) = 0;
  // The next one first; of every establishment when none is given.
  virtual std::vector<PlannedSetting> planned_settings(std::optional<std::string> const& establishment) = 0;
  // False when nothing was planned for that day.
  virtual bool withdraw_setting(std::string const& establishment, std::string const& name,
                                Date valid_from) = 0;
};

}  // namespace jalon
