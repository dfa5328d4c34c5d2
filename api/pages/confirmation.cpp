#include "api/pages/confirmation.hpp"

#include <algorithm>

#include "api/pages/encoding.hpp"

namespace jalon::pages {

namespace {

struct Known {
  char const *name, *text;
};
constexpr Known others[] = {
    {"tache", "La tâche est terminée"},
    {"transmission", "La transmission est confirmée"},
    {"courrier", "L’envoi du courrier est enregistré"},
    {"correction", "La correction est enregistrée"},
    {"accord", "La réponse de la personne est notée"},
    {"equipe", "L’équipe de la personne est changée"},
    {"acces_exceptionnel",
     "Le dossier vous est ouvert pour une heure ; la coordination et la direction sont averties"},
    {"coordonnees", "Les coordonnées sont corrigées"},
    {"compte", "Le compte est enregistré."},
    {"desactive", "Le compte est désactivé : ses jetons, agendas et sessions ont pris fin."},
    {"reactive", "Le compte est de nouveau actif."},
    {"second_facteur_retire", "Le second facteur est retiré."},
    {"jeton_revoque", "Le jeton est révoqué."},
    {"modele", "Le texte est enregistré : il vaut pour les prochains courriers."},
    {"modele_fourni", "Le texte fourni avec Jalon vaut de nouveau."},
    {"conservation", "La durée de conservation est enregistrée."},
    {"reglage", "Le réglage est enregistré."},
    {"reglage_prevu", "Le changement est prévu pour ce jour-là."},
    {"reglage_retire", "Le changement prévu est retiré."},
    {"signataire", "Le signataire est enregistré."},
    {"signataire_retire", "La personne de l’en-tête signe de nouveau."},
    {"mot_de_passe", "Votre mot de passe est changé ; vos autres sessions sont fermées."},
    {"sessions", "Vos autres sessions sont fermées."},
    {"agenda_revoque", "L’agenda est révoqué : son adresse ne mène plus à rien."},
    {"commission", "La commission est fixée"},
    {"proposition", "Les dates sont proposées aux membres de la commission"},
    {"reponse", "Vos réponses sont enregistrées"},
    {"inscription", "Les dossiers cochés sont inscrits"},
    {"liste_envoyee", "La liste est figée et ses membres sont prévenus"},
    {"compte-rendu", "Le compte rendu est enregistré"},
    {"session", "La session est ouverte"},
    {"commission_deplacee", "La commission a un autre jour"},
    {"commission_supprimee", "La commission est supprimée"},
    {"session_corrigee", "La session est corrigée"},
    {"session_supprimee", "La session est supprimée"},
    {"retour", "Le retour du courrier est noté"},
    {"renvoi", "La transmission repart"},
    {"liste", "La liste est gardée"},
    {"liste_supprimee", "La liste est supprimée"},
    {"ouverture", "Le dossier est ouvert. Ce qui est à faire maintenant est ci-dessous."}};

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
