#include "engine/policy/planned_policy.hpp"

namespace jalon {

void PlannedPolicy::take_effect(Failed const& failed) {
  auto const today = paris_date(registers_.clock().now);
  for (auto const& planned : policies_.planned_settings(std::nullopt)) {
    if (planned.valid_from > today) break;
    try {
      change_.set_planned(planned);
      policies_.withdraw_setting(planned.establishment, planned.name, planned.valid_from);
    } catch (PolicyRefused const& refused) {
      failed(planned, refused.errors.front().message);
    }
  }
}

std::optional<Instant> PlannedPolicy::next() {
  auto const now = registers_.clock().now;
  for (auto const& planned : policies_.planned_settings(std::nullopt))
    if (auto const begins = paris_midnight(planned.valid_from); begins > now) return begins;
  return std::nullopt;
}

}  // namespace jalon
