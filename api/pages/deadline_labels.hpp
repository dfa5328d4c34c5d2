#pragma once
#include <string>
#include <vector>

#include "engine/model/definition.hpp"

namespace jalon::pages {

// « Réponse au premier courrier »; the identifier itself where no workflow knows it.
inline std::string label_of_deadline(std::vector<Definition> const& definitions, std::string const& id) {
  for (auto const& definition : definitions)
    for (auto const& deadline : definition.deadlines)
      if (deadline.id == id) return std::string(deadline.label);
  return id;
}

}  // namespace jalon::pages
