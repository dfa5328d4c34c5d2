#include "engine/policy/planned_policy.hpp"

#include "engine/ports/establishment_scope.hpp"

namespace jalon {

void PlannedPolicy::take_effect(Failed const& failed) {
  auto const today = paris_date(registers_.clock().now);
  for (auto const& establishment : registers_.establishments()) {
    EstablishmentScope const scope(establishment);
    take_effect(establishment, today, failed);
  }
}

void PlannedPolicy::take_effect(std::string const& establishment, Date today, Failed const& failed) {
  for (auto const& planned : policies_.planned_settings(establishment)) {
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
  std::optional<Instant> next;
  for (auto const& establishment : registers_.establishments()) {
    EstablishmentScope const scope(establishment);
    for (auto const& planned : policies_.planned_settings(establishment))
      if (auto const begins = paris_midnight(planned.valid_from); begins > now && (!next || begins < *next))
        next = begins;
  }
  return next;
}

}  // namespace jalon
