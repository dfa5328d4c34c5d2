#include "adapters/letters/serafin_needs.hpp"

#include <array>
#include <utility>

namespace jalon::letters {

std::string_view label_of_need(std::string_view code) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> labels{
      {{"1.3.1", "Besoins pour accéder aux droits et à la citoyenneté"},
       {"1.3.2", "Besoins pour vivre dans un logement et accomplir les activités domestiques"},
       {"1.3.3.4", "Besoins pour la vie familiale, la parentalité, la vie affective et sexuelle"},
       {"1.3.5", "Besoins en matière de ressources et d’autosuffisance économique"}}};
  for (auto const& [known, label] : labels)
    if (known == code) return label;
  return "";
}

}  // namespace jalon::letters
