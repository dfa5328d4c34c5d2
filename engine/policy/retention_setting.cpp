#include "engine/policy/retention_setting.hpp"

#include <stdexcept>

namespace jalon {

void check_retention_setting(Json const& value) {
  if (!value.is_object() || value.size() != 1 || !value.contains("months"))
    throw std::invalid_argument("La conservation : un nombre de mois (« months ») est attendu.");
  auto const& months = value.at("months");
  if (!months.is_number_integer() || months < RetentionBounds::least_months ||
      months > RetentionBounds::most_months)
    throw std::invalid_argument("La conservation : « months » va de 6 à 240.");
}

}  // namespace jalon
