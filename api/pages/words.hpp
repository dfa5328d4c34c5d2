// What the program knows, as people of the service say it.
#pragma once
#include <string>

#include "engine/json/json.hpp"
#include "engine/model/definition.hpp"

namespace jalon::pages {

// « Retenu(e), liste d'attente » by the name alone, where no case is at hand; the name itself when no
// definition has it.
std::string label_of_state(std::vector<Definition> const& definitions, std::string const& id);
// Of an event's data; throws UnknownPlace when no definition has such an event.
Json schema_of_event(std::vector<Definition> const& definitions, std::string const& id);

std::string name_of(Json const& about);  // « Ahmed Saïdi », of a person or of what has one

std::string state_label(Definition const& definition, std::string const& region, std::string const& state);
std::string region_label(Definition const& definition, std::string const& region);
std::string event_label(Definition const& definition, std::string const& event);  // also the engine's own
std::string roles_in_words(Json const& roles);

// A value of a case's data: dates, choices, yes and no; an identifier says nothing to a reader.
std::string in_words(Json const& value);
Json details_of(Json const& data);  // [{"label","value"}]; what is empty is left out

}  // namespace jalon::pages
