#include "api/pages/confirmation.hpp"

#include <algorithm>

#include "api/pages/encoding.hpp"

namespace jalon::pages {

namespace {

struct Known {
  char const *name, *text;
};
constexpr Known others[] = {{"tache", "La tâche est terminée"},
                            {"transmission", "La transmission est confirmée"},
                            {"courrier", "L’envoi du courrier est enregistré"},
                            {"correction", "La correction est enregistrée"},
                            {"ouverture", "Le dossier est ouvert"},
                            {"commission", "La commission est fixée"},
                            {"proposition", "Les dates sont proposées aux membres de la commission"},
                            {"reponse", "Vos réponses sont enregistrées"},
                            {"inscription", "Les dossiers cochés sont inscrits"},
                            {"accord", "La réponse de la personne est notée"},
                            {"liste", "La liste est figée et ses membres sont prévenus"},
                            {"compte-rendu", "Le compte rendu est enregistré"},
                            {"session", "La session est ouverte"}};

std::string label_of_event(std::vector<Definition> const& definitions, std::string const& id) {
  for (auto const& definition : definitions)
    if (int const event = definition.find_event(id); event >= 0)
      return "Enregistré : « " + std::string(definition.events[std::size_t(event)].label) + " »";
  return "";
}

bool is_reference(std::string const& text) {
  return !text.empty() && text.size() <= 20 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace

std::string with_confirmation(std::string const& address, std::string const& done,
                              std::string const& reference) {
  auto const plain = address.substr(0, address.find('?'));
  return plain + "?fait=" + percent_encoded(done) +
         (reference.empty() ? "" : "&dossier=" + percent_encoded(reference));
}

Json confirmation_of(Visit const& visit) {
  auto const done = visit.query("fait"), reference = visit.query("dossier");
  if (done.empty()) return nullptr;
  std::string text = label_of_event(visit.house.definitions, done);
  bool const is_event = !text.empty();
  for (auto const& other : others)
    if (done == other.name) text = other.text;
  if (text.empty()) return nullptr;
  return {{"text", text},
          {"reference", is_reference(reference) ? reference : ""},
          {"may_correct", is_event && is_reference(reference)}};
}

}  // namespace jalon::pages
