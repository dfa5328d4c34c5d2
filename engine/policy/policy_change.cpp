#include "engine/policy/policy_change.hpp"

#include <algorithm>

#include "engine/policy/policy_check.hpp"
#include "engine/policy/setting_values.hpp"

namespace jalon {

namespace {

constexpr int cases_at_once = 200;

void require_clocks(Preview const& preview, Clocks const& clocks) {
  FieldErrors errors;
  for (auto const& [deadline, dates] : preview.dates)
    if (!clocks.contains(deadline))
      errors.push_back({"/clocks/" + deadline, "required",
                        std::to_string(dates.size()) +
                            " échéance(s) en cours changeraient de date : « kept » ou « restarted » ?"});
  if (!errors.empty()) throw PolicyRefused{std::move(errors)};
}

std::set<std::string> all_deadlines(std::vector<Definition> const& definitions) {
  std::set<std::string> all;
  for (auto const& definition : definitions)
    for (auto const& model : definition.deadlines) all.emplace(model.id);
  return all;
}

void refuse_other_clocks(Clocks const& clocks, std::set<std::string> const& allowed) {
  FieldErrors errors;
  for (auto const& [deadline, unused] : clocks)
    if (!allowed.contains(deadline))
      errors.push_back(
          {"/clocks/" + deadline, "unknown_field", "ce changement ne touche aucune échéance de ce nom"});
  if (!errors.empty()) throw PolicyRefused{std::move(errors)};
}

std::set<std::string> restarted(Clocks const& clocks) {
  std::set<std::string> deadlines;
  for (auto const& [deadline, clock] : clocks)
    if (clock == Clock::restarted) deadlines.insert(deadline);
  return deadlines;
}

}  // namespace

Settings PolicyChange::changed(Settings const& before, std::string const& setting, Json const& value) const {
  Settings after = before;
  try {
    take_up(after, setting, value);
  } catch (std::invalid_argument const& wrong) {
    throw PolicyRefused{{{"/value", "value", wrong.what()}}};
  }
  auto errors = check_policy(after.policy, definitions_);
  for (auto& error : errors) error.pointer = "/value" + error.pointer;
  if (!errors.empty()) throw PolicyRefused{std::move(errors)};
  return after;
}

void PolicyChange::each_live_case(std::string const& establishment,
                                  std::function<void(Snapshot const&)> const& visit) {
  std::optional<std::string> last;
  for (auto cases = policies_.live_cases(establishment, last, cases_at_once); !cases.empty();
       cases = policies_.live_cases(establishment, last, cases_at_once)) {
    for (auto const& snapshot : cases) visit(snapshot);
    last = cases.back().id;
  }
}

Preview PolicyChange::look(std::string const& establishment, std::string const& setting,
                           Settings const& before, Settings const& after) {
  Preview preview;
  auto const now = registers_.clock().now;
  auto const deadlines = deadlines_touched(setting, before, after, definitions_);
  each_live_case(establishment, [&](Snapshot const& snapshot) {
    look_at(preview, definitions_, snapshot, deadlines, before, after, now);
  });
  return preview;
}

Preview PolicyChange::preview(std::string const& establishment, std::string const& setting,
                              Json const& value) {
  auto const before = settings_.in_force(establishment);
  return look(establishment, setting, *before, changed(*before, setting, value));
}

std::vector<CaseRecounted> PolicyChange::set(std::string const& establishment, std::string const& setting,
                                             Json const& value, Clocks const& clocks,
                                             std::string const& login) {
  auto const before = settings_.in_force(establishment);
  auto const after = changed(*before, setting, value);
  bool const is_set_already = registers_.setting(establishment, setting) == value;
  refuse_other_clocks(clocks, is_set_already ? all_deadlines(definitions_)
                                             : deadlines_touched(setting, *before, after, definitions_));
  if (!is_set_already) {
    require_clocks(look(establishment, setting, *before, after), clocks);
    registers_.set_setting(establishment, setting, value, login);
  }
  return recount(establishment, restarted(clocks));
}

std::vector<CaseRecounted> PolicyChange::recount(std::string const& establishment,
                                                 std::set<std::string> const& deadlines) {
  std::vector<CaseRecounted> results;
  if (deadlines.empty()) return results;
  each_live_case(establishment, [&](Snapshot const& snapshot) {
    CaseName const name{snapshot.id, snapshot.reference};
    try {
      auto const outcome = runner_.recount(establishment, snapshot.id, deadlines);
      if (outcome && std::holds_alternative<Done>(*outcome)) results.push_back({name, true, {}});
    } catch (UnknownPlace const& unknown) {
      results.push_back({name, false, unknown.what()});
    } catch (Unavailable const& unavailable) {
      results.push_back({name, false, unavailable.what()});
    }
  });
  return results;
}

}  // namespace jalon
