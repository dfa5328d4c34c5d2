#include "engine/policy/preview.hpp"

#include "engine/runner/entry.hpp"

namespace jalon {

namespace {

Actor const engine{"engine", {}, {}};

void look_at_documents(Preview& preview, Definition const& definition, Snapshot const& snapshot,
                       Policy const& before, Policy const& after) {
  if (!definition.documents.missing || before.required_documents == after.required_documents) return;
  bool const was_complete = definition.documents.missing(snapshot.data, before).empty();
  bool const is_complete = definition.documents.missing(snapshot.data, after).empty();
  if (!was_complete && is_complete) preview.completed.push_back({snapshot.id, snapshot.reference});
  if (was_complete && !is_complete) preview.incompleted.push_back({snapshot.id, snapshot.reference});
}

}  // namespace

std::set<std::string> deadlines_touched(std::string const& setting, Settings const& before,
                                        Settings const& after, std::vector<Definition> const& definitions) {
  std::set<std::string> touched;
  for (auto const& definition : definitions)
    for (auto const& model : definition.deadlines)
      if (setting == "calendar" || before.policy.term(model.id) != after.policy.term(model.id))
        touched.emplace(model.id);
  return touched;
}

void look_at(Preview& preview, std::vector<Definition> const& definitions, Snapshot const& snapshot,
             std::set<std::string> const& deadlines, Settings const& before, Settings const& after,
             Instant now) {
  try {
    auto const& definition = definition_of(definitions, snapshot);
    auto const around = surroundings_under(after, now, engine, {});
    for (auto& change : date_changes(definition, snapshot, deadlines, around))
      preview.dates[change.before.id].push_back({{snapshot.id, snapshot.reference}, std::move(change)});
    look_at_documents(preview, definition, snapshot, before.policy, after.policy);
  } catch (UnknownPlace const&) {
    return;
  }
}

}  // namespace jalon
