#include "api/pages/words.hpp"

#include "engine/calendar/date.hpp"
#include "engine/model/field_labels.hpp"
#include "engine/model/scalar_fields.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon::pages {

std::string name_of(Json const& about) {
  auto const& person = about.contains("person") ? about.at("person") : about;
  return person.value("given_name", "") + " " + person.value("family_name", "");
}

std::string state_label(Definition const& definition, std::string const& region, std::string const& state) {
  int const place = definition.find_region(region);
  int const found = place < 0 ? -1 : definition.find_state(place, state);
  return found < 0 ? state : std::string(definition.states[std::size_t(found)].label);
}

std::string label_of_state(std::vector<Definition> const& definitions, std::string const& id) {
  for (auto const& definition : definitions)
    for (auto const& state : definition.states)
      if (state.id == id) return std::string(state.label);
  return id;
}

Json schema_of_event(std::vector<Definition> const& definitions, std::string const& id) {
  for (auto const& definition : definitions)
    if (int const event = definition.find_event(id); event >= 0)
      return definition.events[std::size_t(event)].schema();
  throw UnknownPlace("no event is named " + id);
}

std::string region_label(Definition const& definition, std::string const& region) {
  int const place = definition.find_region(region);
  return place < 0 ? region : std::string(definition.regions[std::size_t(place)].label);
}

std::string event_label(Definition const& definition, std::string const& event) {
  if (event == "deadline_passed") return "Échéance passée";
  if (event == "deadlines_recounted") return "Échéances recomptées après un changement de réglage";
  if (event == "session_changed") return "Pré-accueil de la session changé";
  if (event == "correction") return "Correction";
  if (event == "correct_data") return "Coordonnées corrigées";
  if (event == "letter_posted") return "Courrier posté";
  if (event == "letter_returned") return "Courrier revenu";
  int const found = definition.find_event(event);
  return found < 0 ? event : std::string(definition.events[std::size_t(found)].label);
}

std::string roles_in_words(Json const& roles) {
  std::string text;
  for (auto const& name : roles)
    if (auto const role = parse_role(name.get<std::string>()))
      text += (text.empty() ? "" : ", ") + std::string(french_name_of(*role));
  return text;
}

namespace {

std::string list_in_words(Json const& list) {
  std::string text;
  for (auto const& item : list) text += (text.empty() ? "" : ", ") + in_words(item);
  return text;
}

}  // namespace

std::string in_words(Json const& value) {
  if (value.is_boolean()) return value.get<bool>() ? "oui" : "non";
  if (value.is_array()) return list_in_words(value);
  if (!value.is_string()) return value.is_object() ? "" : value.dump();
  auto const text = value.get<std::string>();
  if (auto const date = parse_date(text)) return french(*date);
  return is_uuid(text) ? "" : std::string(french_label_of_value(text));
}

Json details_of(Json const& data) {
  Json details = Json::array();
  if (!data.is_object()) return details;
  for (auto const& [field, value] : data.items())
    if (auto const words = in_words(value); !words.empty())
      details.push_back({{"label", std::string(french_label_of(field))}, {"value", words}});
  return details;
}

}  // namespace jalon::pages
