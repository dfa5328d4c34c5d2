#pragma once

#include <string>

#include "engine/calendar/date.hpp"

namespace jalon {

/// Days on which an establishment is closed, both ends included.
struct Closure {
  Date first;
  Date last;
  std::string reason;  ///< in French, as shown to people: « Congés d'été »

  friend bool operator==(Closure const&, Closure const&) = default;
};

bool covers(Closure const& closure, Date date);

/// « Congés d'été du 01/08 au 23/08 », « Pont de l'Ascension le 15/05 ».
std::string french(Closure const& closure);

}  // namespace jalon
