#include "engine/policy/session_settings.hpp"

#include <stdexcept>

namespace jalon {

namespace {

int whole(Json const& value, char const* field, int least, int most, int usual) {
  auto const found = value.find(field);
  if (found == value.end()) return usual;
  if (!found->is_number_integer() || *found < least || *found > most)
    throw std::invalid_argument(std::string("Les sessions : « ") + field + " » va de " +
                                std::to_string(least) + " à " + std::to_string(most) + ".");
  return found->get<int>();
}

}  // namespace

SessionLimits read_session_settings(Json const& value) {
  if (value.is_null()) return {};
  if (!value.is_object()) throw std::invalid_argument("Les sessions : un objet est attendu.");
  for (auto const& [field, unused] : value.items())
    if (field != "idle_minutes" && field != "hours")
      throw std::invalid_argument("Les sessions : le champ « " + field + " » est inconnu.");
  return {std::chrono::minutes(whole(value, "idle_minutes", 5, 480, 60)),
          std::chrono::hours(whole(value, "hours", 1, 24, 10))};
}

}  // namespace jalon
