#pragma once

#include <string>

#include "engine/json/json.hpp"

namespace jalon::letters {

// Everything a template may read (templates/vocabulary.json): an object holds names; a list of one object is
// a list of such; a list of texts are the codes a value may be; anything else is a text, a date or a flag.
Json const& vocabulary();

// What stands under a dotted name (`case.seat.entry_on`) in part of the vocabulary; also what a value brings
// along: `closures_count`, `closures_many`, `recommendation_unfit`, `due_weekday`. Null: no such name.
Json const* known_name(Json const& part, std::string const& dotted);

}  // namespace jalon::letters
