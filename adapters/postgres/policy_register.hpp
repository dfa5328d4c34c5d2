#pragma once

#include "adapters/postgres/access.hpp"
#include "engine/ports/policy_register.hpp"

namespace jalon::postgres {

/// What a change of policy looks at, in PostgreSQL. Throws Unavailable when the database cannot be reached in
/// time. May be used from several threads.
class PostgresPolicyRegister : public PolicyRegister {
 public:
  explicit PostgresPolicyRegister(Pool& pool,
                                  std::chrono::milliseconds patience = std::chrono::milliseconds(2'000))
      : access_(pool, patience) {}

  std::vector<Snapshot> live_cases(std::string const& establishment, std::optional<std::string> const& after,
                                   int limit) override;
  Json setting_in_force(std::string const& establishment, std::string const& name) override;
  Page setting_history(std::string const& establishment, std::string const& name,
                       PageRequest const& page) override;
  void plan_setting(PlannedSetting const& planned) override;
  std::vector<PlannedSetting> planned_settings(std::optional<std::string> const& establishment) override;
  bool withdraw_setting(std::string const& establishment, std::string const& name, Date valid_from) override;

 private:
  Access access_;
};

}  // namespace jalon::postgres
