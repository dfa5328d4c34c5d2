#include "engine/access/need_to_know.hpp"

#include <algorithm>

namespace jalon {

namespace {

ClassifiedField const* classified(Definition const& definition, std::string_view event,
                                  std::string_view field) {
  auto const& all = definition.classified;
  auto const found = std::find_if(all.begin(), all.end(), [&](ClassifiedField const& each) {
    return each.field == field && (each.event.empty() || each.event == event);
  });
  return found == all.end() ? nullptr : &*found;
}

// Those of a list whose text of that name is a field that these roles may not read.
void withhold_named(Json& list, char const* name, Definition const& definition, RoleSet roles) {
  auto const is_withheld = [&](Json const& each) {
    auto const* found = classified(definition, "", each.value(name, ""));
    return found && !readers_of(found->fact).meets(roles);
  };
  list.erase(std::remove_if(list.begin(), list.end(), is_withheld), list.end());
}

}  // namespace

RoleSet readers_of(FactClass fact) {
  constexpr RoleSet care{Role::doctor, Role::clinical_psychologist, Role::social_worker};
  constexpr RoleSet deciding{Role::coordinator, Role::deputy_director};
  switch (fact) {
    case FactClass::medical:
      return care;
    case FactClass::conclusion:
    case FactClass::social:
      return care | deciding;
    case FactClass::leaving:
      return care | deciding | RoleSet{Role::referent};
    case FactClass::team:
      break;
  }
  return team_roles();
}

void withhold(Json& data, std::string_view event, Definition const& definition, RoleSet roles) {
  if (data.is_array())
    for (auto& item : data) withhold(item, event, definition, roles);
  if (!data.is_object()) return;
  for (auto field = data.begin(); field != data.end();) {
    auto const* found = classified(definition, event, field.key());
    if (found && !readers_of(found->fact).meets(roles)) {
      field = data.erase(field);
      continue;
    }
    withhold(*field, event, definition, roles);
    ++field;
  }
}

void withhold_tasks(Json& tasks, Definition const& definition, RoleSet roles) {
  withhold_named(tasks, "kind", definition, roles);
}

void withhold_effects(Json& effects, Definition const& definition, RoleSet roles) {
  withhold_named(effects, "task", definition, roles);
}

std::set<std::string> facts_in(Json const& data, std::string_view event, Definition const& definition) {
  std::set<std::string> facts;
  if (data.is_array())
    for (auto const& item : data) facts.merge(facts_in(item, event, definition));
  if (!data.is_object()) return facts;
  for (auto const& [field, value] : data.items()) {
    auto const* found = classified(definition, event, field);
    if (found && found->fact != FactClass::team && !value.is_null()) facts.insert(field);
    facts.merge(facts_in(value, event, definition));
  }
  return facts;
}

}  // namespace jalon
