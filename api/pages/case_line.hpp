// A case as a line of a list.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// From what Registers::cases gives: {"id","reference","name","state","mdph","when","date","late","closed"}.
Json case_line(Visit const& visit, Json const& item);

std::string label_of_state(Visit const& visit, std::string const& id);

}  // namespace jalon::pages
