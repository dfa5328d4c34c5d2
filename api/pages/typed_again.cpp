#include "api/pages/typed_again.hpp"

#include <algorithm>
#include <array>

#include "api/pages/renderer.hpp"
#include "engine/model/field_labels.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::pages {

namespace {

constexpr std::array of_the_form{"jeton", "revision", "cle", "retour", "dossier", "suite"};
constexpr std::array secrets{"mot_de_passe", "code", "billet", "secret", "password"};

bool starts_with_any(std::string const& name, auto const& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](char const* beginning) { return name.starts_with(beginning); });
}

bool is_typed(std::string const& name, std::string const& value) {
  return !value.empty() && std::find(of_the_form.begin(), of_the_form.end(), name) == of_the_form.end();
}

}  // namespace

bool can_be_typed_again(Form const& form) {
  auto const& fields = form.fields();
  bool const has_secret = std::any_of(
      fields.begin(), fields.end(), [](auto const& field) { return starts_with_any(field.first, secrets); });
  return !has_secret && std::any_of(fields.begin(), fields.end(),
                                    [](auto const& field) { return is_typed(field.first, field.second); });
}

http::Response typed_again(Visit const& visit) {
  Json typed = Json::array(), hidden = Json::array();
  for (auto const& [name, value] : visit.form.fields()) {
    if (name != "jeton") hidden.push_back({{"name", name}, {"value", value}});
    if (is_typed(name, value))
      typed.push_back({{"label", name == "occurred_on" ? "Quel jour" : std::string(french_label_of(name))},
                       {"value", std::string(french_label_of_value(value))}});
  }
  bool const logged_in = !visit.secret.empty();
  return render(visit, "typed_again",
                {{"title", "Votre session était finie"},
                 {"address", visit.http.path},
                 {"logged_in", logged_in},
                 {"typed", std::move(typed)},
                 {"hidden", std::move(hidden)}},
                403);
}

}  // namespace jalon::pages
