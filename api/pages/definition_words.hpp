// What the definitions say of a state or an event, wherever a page needs it.
#pragma once
#include <string>
#include <vector>

#include "engine/model/definition.hpp"

namespace jalon::pages {

// « Retenu(e), liste d'attente »; the identifier itself when no definition has such a state.
std::string label_of_state(std::vector<Definition> const& definitions, std::string const& id);

// Of the event's data; throws UnknownPlace when no definition has such an event.
Json schema_of_event(std::vector<Definition> const& definitions, std::string const& id);

}  // namespace jalon::pages
