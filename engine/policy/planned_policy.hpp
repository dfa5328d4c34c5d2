// Changes of the policy or the calendar decided today for a day to come: on that day they are set as any
// change is, by the name of who planned them. Dates of a kind nobody spoke of when it was planned keep their
// clock.
#pragma once
#include "engine/policy/policy_change.hpp"

namespace jalon {

class PlannedPolicy {
 public:
  PlannedPolicy(PolicyChange change, PolicyRegister& policies, Registers& registers)
      : change_(change), policies_(policies), registers_(registers) {}

  // What has come due, the oldest first. Asked as often as one likes; broken off, it is taken up again. A
  // change that no longer fits stays planned, and is told to `failed` with its reason.
  using Failed = std::function<void(PlannedSetting const&, std::string const& why)>;
  void take_effect(Failed const& failed);

  // When the next one does: where a clock moved by hand must stop. Those that are late count for nothing
  // here.
  std::optional<Instant> next();

 private:
  void take_effect(std::string const& establishment, Date today, Failed const& failed);

  PolicyChange change_;
  PolicyRegister& policies_;
  Registers& registers_;
};

}  // namespace jalon
