#include "api/pages/definition_words.hpp"

namespace jalon::pages {

std::string label_of_state(std::vector<Definition> const& definitions, std::string const& id) {
  for (auto const& definition : definitions)
    for (auto const& state : definition.states)
      if (state.id == id) return std::string(state.label);
  return id;
}

Json schema_of_event(std::vector<Definition> const& definitions, std::string const& id) {
  for (auto const& definition : definitions)
    if (int const event = definition.find_event(id); event >= 0)
      return definition.events[std::size_t(event)].schema();
  throw UnknownPlace("no event is named " + id);
}

}  // namespace jalon::pages
