#include "engine/policy/settings_to_come.hpp"

#include "engine/policy/policy_change.hpp"

namespace jalon {

namespace {

constexpr int cases_at_once = 200;

std::optional<Settings> taken_up(Settings const& before, PlannedSetting const& planned,
                                 std::vector<Definition> const& definitions) {
  try {
    return settings_with(before, planned.name, planned.value, definitions);
  } catch (PolicyRefused const&) {
    return std::nullopt;
  }
}

std::set<std::string> restarted_by(PlannedSetting const& planned, Settings const& before,
                                   Settings const& after, std::vector<Definition> const& definitions) {
  FieldErrors unread;
  auto restarted = restarted_in(read_clocks(planned.clocks, unread));
  auto const touched = deadlines_touched(planned.name, before, after, definitions);
  std::erase_if(restarted, [&](auto const& deadline) { return !touched.contains(deadline); });
  return restarted;
}

}  // namespace

std::vector<SettingsFrom> settings_to_come(PolicyRegister& policies, std::string const& establishment,
                                           Settings const& present, Date today, Date last,
                                           std::vector<Definition> const& definitions) {
  std::vector<SettingsFrom> to_come{{today, present, {}}};
  for (auto const& planned : policies.planned_settings(establishment)) {
    if (planned.valid_from > last) break;
    auto const& before = to_come.back().settings;
    auto after = taken_up(before, planned, definitions);
    if (!after) continue;
    auto restarted = restarted_by(planned, before, *after, definitions);
    to_come.push_back({planned.valid_from, std::move(*after), std::move(restarted)});
  }
  return to_come;
}

void each_live_case(PolicyRegister& policies, std::string const& establishment,
                    std::function<void(Snapshot const&)> const& visit) {
  std::optional<std::string> last;
  for (auto cases = policies.live_cases(establishment, last, cases_at_once); !cases.empty();
       cases = policies.live_cases(establishment, last, cases_at_once)) {
    for (auto const& snapshot : cases) visit(snapshot);
    last = cases.back().id;
  }
}

}  // namespace jalon
