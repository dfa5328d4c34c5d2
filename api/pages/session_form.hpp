// What is asked of a session where it is opened and where it is corrected.
#pragma once
#include "engine/json/json.hpp"

namespace jalon::pages {

// As the properties of an event would be described.
inline Json session_properties() {
  return {{"entry_on", {{"type", "string"}, {"format", "date"}, {"title", "Jour d’entrée"}}},
          {"capacity", {{"type", "integer"}, {"title", "Nombre de places"}}},
          {"weeks", {{"type", "integer"}, {"title", "Nombre de semaines"}}},
          {"pre_reception_on", {{"type", "string"}, {"format", "date"}, {"title", "Jour du pré-accueil"}}}};
}

}  // namespace jalon::pages
