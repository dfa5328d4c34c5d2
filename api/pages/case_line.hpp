// A case as a line of a list.
#pragma once
#include "api/pages/visit.hpp"

namespace jalon::pages {

// From what Registers::cases gives: {"id","reference","name","state","mdph","when","date","late","closed"}.
Json case_line(Visit const& visit, Json const& item);

}  // namespace jalon::pages
