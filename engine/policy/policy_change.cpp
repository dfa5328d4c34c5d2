#include "engine/policy/policy_change.hpp"

#include <algorithm>

#include "engine/policy/policy_check.hpp"
#include "engine/policy/setting_values.hpp"
#include "engine/policy/settings_to_come.hpp"

namespace jalon {

namespace {

void require_clocks(Preview const& preview, Clocks const& clocks) {
  FieldErrors errors;
  for (auto const& [deadline, dates] : preview.dates)
    if (!clocks.contains(deadline))
      errors.push_back({"/clocks/" + deadline, "required",
                        std::to_string(dates.size()) +
                            " échéance(s) en cours changeraient de date : les garder (kept) ou les compter à "
                            "nouveau (restarted) ?"});
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

}  // namespace

Settings settings_with(Settings settings, std::string const& setting, Json const& value,
                       std::vector<Definition> const& definitions) {
  try {
    take_up(settings, setting, value);
  } catch (std::invalid_argument const& wrong) {
    throw PolicyRefused{{{"/value", "value", wrong.what()}}};
  }
  auto errors = check_policy(settings.policy, definitions);
  for (auto& error : errors) error.pointer = "/value" + error.pointer;
  if (!errors.empty()) throw PolicyRefused{std::move(errors)};
  return settings;
}

Preview PolicyChange::look(std::string const& establishment, std::string const& setting,
                           Settings const& before, Settings const& after) {
  Preview preview;
  auto const now = registers_.clock().now;
  auto const deadlines = deadlines_touched(setting, before, after, definitions_);
  each_live_case(policies_, establishment, [&](Snapshot const& snapshot) {
    look_at(preview, definitions_, snapshot, deadlines, before, after, now);
  });
  return preview;
}

Preview PolicyChange::preview(std::string const& establishment, std::string const& setting,
                              Json const& value) {
  auto const before = settings_.in_force(establishment);
  return look(establishment, setting, *before, settings_with(*before, setting, value, definitions_));
}

std::vector<CaseRecounted> PolicyChange::set(std::string const& establishment, std::string const& setting,
                                             Json const& value, Clocks const& clocks,
                                             std::string const& login) {
  require_consent(establishment, setting, value, clocks);
  if (registers_.setting(establishment, setting) != value)
    registers_.set_setting(establishment, setting, value, login);
  return recount(establishment, restarted_in(clocks));
}

void PolicyChange::require_consent(std::string const& establishment, std::string const& setting,
                                   Json const& value, Clocks const& clocks) {
  auto const before = settings_.in_force(establishment);
  auto const after = settings_with(*before, setting, value, definitions_);
  refuse_other_clocks(clocks, kinds_touched(establishment, setting, value));
  if (registers_.setting(establishment, setting) != value)
    require_clocks(look(establishment, setting, *before, after), clocks);
}

// Set already, all of them: who asks again goes on with a change that was broken off.
std::set<std::string> PolicyChange::kinds_touched(std::string const& establishment,
                                                  std::string const& setting, Json const& value) {
  if (registers_.setting(establishment, setting) == value) return all_deadlines(definitions_);
  auto const before = settings_.in_force(establishment);
  return deadlines_touched(setting, *before, settings_with(*before, setting, value, definitions_),
                           definitions_);
}

void PolicyChange::plan(PlannedSetting const& planned) {
  auto const today = paris_date(registers_.clock().now);
  if (planned.valid_from <= today || planned.valid_from > plus_days(today, 731))
    throw PolicyRefused{{{"/valid_from", "range", "un jour à venir est attendu, dans les deux ans"}}};
  FieldErrors errors;
  auto const clocks = read_clocks(planned.clocks, errors);
  if (!errors.empty()) throw PolicyRefused{std::move(errors)};
  require_consent(planned.establishment, planned.name, planned.value, clocks);
  policies_.plan_setting(planned);
}

void PolicyChange::set_planned(PlannedSetting const& planned) {
  FieldErrors errors;
  auto clocks = read_clocks(planned.clocks, errors);
  auto const touched = kinds_touched(planned.establishment, planned.name, planned.value);
  std::erase_if(clocks, [&](auto const& each) { return !touched.contains(each.first); });
  for (auto const& [deadline, dates] : preview(planned.establishment, planned.name, planned.value).dates)
    clocks.try_emplace(deadline, Clock::kept);
  set(planned.establishment, planned.name, planned.value, clocks, planned.login);
}

std::vector<CaseRecounted> PolicyChange::recount(std::string const& establishment,
                                                 std::set<std::string> const& deadlines) {
  std::vector<CaseRecounted> results;
  if (deadlines.empty()) return results;
  each_live_case(policies_, establishment, [&](Snapshot const& snapshot) {
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

Clocks read_clocks(Json const& json, FieldErrors& errors) {
  Clocks clocks;
  for (auto const& [deadline, clock] : json.items()) {
    if (clock == "kept" || clock == "restarted")
      clocks[deadline] = clock == "kept" ? Clock::kept : Clock::restarted;
    else
      errors.push_back({"/clocks/" + deadline, "value",
                        "« kept » (garder) ou « restarted » (compter à nouveau) est attendu"});
  }
  return clocks;
}

std::set<std::string> restarted_in(Clocks const& clocks) {
  std::set<std::string> deadlines;
  for (auto const& [deadline, clock] : clocks)
    if (clock == Clock::restarted) deadlines.insert(deadline);
  return deadlines;
}

Json to_json(Clocks const& clocks) {
  Json json = Json::object();
  for (auto const& [deadline, clock] : clocks) json[deadline] = clock == Clock::kept ? "kept" : "restarted";
  return json;
}

}  // namespace jalon
