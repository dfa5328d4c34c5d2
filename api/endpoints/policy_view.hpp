// A policy, its preview and its effect as JSON: the same for the API and the command line.
#pragma once
#include "engine/policy/policy_change.hpp"

namespace jalon::api {

// Deadlines and documents as they are counted now: « default », « own » and whether the own one holds.
Json effective_policy(Policy const& policy, std::vector<Definition> const& definitions);

// Per deadline: how many dates would move and, for who may read cases, which ones.
Json preview_json(Preview const& preview, bool with_cases);
Json recounted_json(std::vector<CaseRecounted> const& cases, bool with_cases);

// {"valid_from","value","clocks","planned_by"}
Json planned_json(PlannedSetting const& planned);

}  // namespace jalon::api
