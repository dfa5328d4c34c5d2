// What will be in force in the days to come, as far as it is planned today: reminders look ahead under it.
#pragma once
#include <functional>
#include <set>

#include "engine/ports/policy_register.hpp"
#include "engine/ports/settings.hpp"

namespace jalon {

// In force from the first moment of that day; the running dates of these deadlines are then counted anew.
struct SettingsFrom {
  Date day;
  Settings settings;
  std::set<std::string> restarted;
};

// First the present ones, then those of each planned change until `last`, in their order. What no longer fits
// will not take effect, and is left out.
std::vector<SettingsFrom> settings_to_come(PolicyRegister& policies, std::string const& establishment,
                                           Settings const& present, Date today, Date last,
                                           std::vector<Definition> const& definitions);

// Every open case, a few at a time.
void each_live_case(PolicyRegister& policies, std::string const& establishment,
                    std::function<void(Snapshot const&)> const& visit);

}  // namespace jalon
