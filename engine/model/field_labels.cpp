#include "engine/model/field_labels.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jalon {

namespace {
using Label = std::pair<std::string_view, std::string_view>;

constexpr std::array labels{Label{"address", "Adresse"},
                            Label{"aim", "But de la pré-orientation"},
                            Label{"attended", "La personne est venue"},
                            Label{"birth_date", "Date de naissance"},
                            Label{"by", "Par quel moyen"},
                            Label{"cdaph_decided_on", "Date de la décision de la CDAPH"},
                            Label{"cdaph_outcome", "Décision de la CDAPH"},
                            Label{"channel", "Canal de la notification"},
                            Label{"check", "Point de suivi (mois)"},
                            Label{"choice", "Origine du choix"},
                            Label{"code", "Motif de la nomenclature (TRE_R358)"},
                            Label{"comment", "Commentaire"},
                            Label{"committee", "Commission"},
                            Label{"company", "Entreprise"},
                            Label{"consent", "La personne est d'accord"},
                            Label{"contact_preference", "Préférence de contact"},
                            Label{"contract_signed_on", "Contrat signé le"},
                            Label{"decided_on", "Date de la décision"},
                            Label{"decision_id", "Numéro de la décision"},
                            Label{"departed_on", "Date du départ"},
                            Label{"died_on", "Date du décès"},
                            Label{"documents", "Pièces"},
                            Label{"documents_waived_because", "Dispense de pièces"},
                            Label{"duplicate_of", "Doublon du dossier"},
                            Label{"email", "Adresse électronique"},
                            Label{"entered_on", "Date de l'entrée"},
                            Label{"entry_on", "Date d'entrée prévue"},
                            Label{"exit_cause", "Cause du départ"},
                            Label{"family_name", "Nom"},
                            Label{"file_sent_on", "Dossier envoyé le"},
                            Label{"found", "Dossier trouvé"},
                            Label{"from", "Du"},
                            Label{"given", "Accord donné"},
                            Label{"given_name", "Prénom"},
                            Label{"held_on", "Date"},
                            Label{"hours", "Heures"},
                            Label{"internship_hours", "Heures de stage"},
                            Label{"kind", "Nature"},
                            Label{"legal_representative", "Représentant légal"},
                            Label{"mdph", "MDPH (département)"},
                            Label{"medical_urgency", "Urgence médicale (0 à 3)"},
                            Label{"medically_stable", "Situation médicale stabilisée"},
                            Label{"missing_documents", "Pièces manquantes"},
                            Label{"national_decision_id", "Numéro national de la décision"},
                            Label{"needs", "Besoins (codes SERAFIN-PH)"},
                            Label{"note", "Note"},
                            Label{"notification", "Notification"},
                            Label{"objectives", "Objectifs"},
                            Label{"of_case", "Dossier d'origine"},
                            Label{"on", "Date"},
                            Label{"outcome", "Décision"},
                            Label{"person", "Personne"},
                            Label{"person_observations", "Observations de la personne"},
                            Label{"person_view", "Avis de la personne"},
                            Label{"phone", "Téléphone"},
                            Label{"placement_aid", "Avec aide de placement"},
                            Label{"pre_reception_on", "Date du pré-accueil"},
                            Label{"project_objectives", "Objectifs du projet"},
                            Label{"rank", "Rang"},
                            Label{"reason", "Motif"},
                            Label{"received_on", "Date de réception"},
                            Label{"recommendation", "Préconisation"},
                            Label{"referent", "Référent"},
                            Label{"report_sent_on", "Bilan envoyé le"},
                            Label{"resource_person", "Personne ressource"},
                            Label{"result", "Situation"},
                            Label{"return_to_care", "Retour aux soins médicaux"},
                            Label{"returned_on", "Date du retour"},
                            Label{"sent_on", "Date d'envoi"},
                            Label{"session", "Session"},
                            Label{"signed_on", "Date de signature"},
                            Label{"social_urgency", "Urgence sociale"},
                            Label{"stay_weeks", "Semaines du séjour"},
                            Label{"summary", "Synthèse"},
                            Label{"text", "Texte"},
                            Label{"to", "Vers / au"},
                            Label{"training_place", "Lieu de formation"},
                            Label{"transferred_to", "Transféré(e) vers"},
                            Label{"unfitness", "Inaptitude"},
                            Label{"user", "Professionnel"},
                            Label{"valid_from", "Valable du"},
                            Label{"valid_until", "Valable jusqu'au"},
                            Label{"vt_individual_number", "Numéro individu (ViaTrajectoire)"},
                            Label{"week", "Semaine de formation"},
                            Label{"weeks", "Semaines de formation"},
                            Label{"workplace", "Lieu de travail"}};
}  // namespace

std::string_view french_label_of(std::string_view field) {
  auto const found =
      std::find_if(labels.begin(), labels.end(), [&](Label const& label) { return label.first == field; });
  return found == labels.end() ? field : found->second;
}

}  // namespace jalon
