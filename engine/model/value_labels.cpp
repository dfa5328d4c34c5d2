#include "engine/model/value_labels.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jalon {

namespace {
using Label = std::pair<std::string_view, std::string_view>;

constexpr std::array labels{Label{"acknowledgement", "Accusé de réception"},
                            Label{"adapted_company", "Entreprise adaptée"},
                            Label{"administrative_sheet", "Fiche administrative"},
                            Label{"admission_file", "Dossier d'admission"},
                            Label{"agrees", "D'accord"},
                            Label{"attendance_list", "Liste de présence"},
                            Label{"both", "La personne et les partenaires"},
                            Label{"call", "Appel téléphonique"},
                            Label{"care", "En soins"},
                            Label{"committee_dates", "Dates proposées pour une commission"},
                            Label{"committee_fixed", "Date de la commission"},
                            Label{"committee_list", "Liste de la commission"},
                            Label{"committee_minutes", "Compte rendu de la commission"},
                            Label{"committee_table", "Liste de la commission"},
                            Label{"common_law", "Droit commun"},
                            Label{"convocation", "Convocation"},
                            Label{"decision_not_retained", "Décision : non retenu(e)"},
                            Label{"declined", "Ne souhaite pas répondre"},
                            Label{"digital", "Numérique"},
                            Label{"disagrees", "Pas d'accord"},
                            Label{"email", "Courriel"},
                            Label{"employed", "En emploi"},
                            Label{"entry_certificate", "Attestation d'entrée"},
                            Label{"entry_dates", "Dates d'entrée"},
                            Label{"esat", "ESAT"},
                            Label{"esrp", "ESRP"},
                            Label{"exit_certificate", "Attestation de sortie"},
                            Label{"final_report", "Bilan final"},
                            Label{"first_contact", "Premier courrier"},
                            Label{"follow_up_invitation", "Invitation au suivi"},
                            Label{"initial_synthesis", "Synthèse initiale"},
                            Label{"invalid_notification", "Notification non valable"},
                            Label{"job_seeking", "En recherche d'emploi"},
                            Label{"letter", "Courrier"},
                            Label{"mdph_registration_request", "Demande à la MDPH"},
                            Label{"modified", "Modifiée"},
                            Label{"more_information", "Complément demandé"},
                            Label{"not_retained", "Non retenu(e)"},
                            Label{"ordinary_employment", "Emploi en milieu ordinaire"},
                            Label{"orientation_notification", "Notification d'orientation"},
                            Label{"other", "Autre"},
                            Label{"paper", "Papier"},
                            Label{"partners", "Les partenaires"},
                            Label{"permanent", "Définitive"},
                            Label{"person", "La personne"},
                            Label{"phone", "Téléphone"},
                            Label{"pre_reception_list", "Liste du pré-accueil"},
                            Label{"professional_sheet", "Fiche professionnelle"},
                            Label{"protected_employment", "Emploi en milieu protégé ou adapté"},
                            Label{"refused", "Refusée"},
                            Label{"reminder", "Relance"},
                            Label{"remuneration_sheet", "Fiche rémunération"},
                            Label{"retained", "Retenu(e)"},
                            Label{"retained_waiting", "Retenu(e), en attente d'une place"},
                            Label{"rqth_notification", "Notification de RQTH"},
                            Label{"session", "Groupe de la session"},
                            Label{"social_sheet", "Fiche sociale"},
                            Label{"staff_digest", "Le point du matin"},
                            Label{"staff_exceptional_access", "Alerte : accès exceptionnel"},
                            Label{"staff_reading_pace", "Alerte : beaucoup de dossiers lus"},
                            Label{"staff_urgent", "Alerte : personne à appeler"},
                            Label{"stay_contract", "Contrat de séjour"},
                            Label{"temporary", "Temporaire"},
                            Label{"training", "En formation"},
                            Label{"unfit", "Inaptitude au travail"},
                            Label{"unreachable", "Injoignable"},
                            Label{"validated", "Validée"},
                            Label{"visit", "Visite"},
                            Label{"vocational_training", "Formation professionnelle"},
                            Label{"waiting_list", "Liste d'attente"}};
static_assert(std::ranges::is_sorted(labels, {}, &Label::first));
}  // namespace

std::string_view french_label_of_value(std::string_view value) {
  auto const found = std::ranges::lower_bound(labels, value, {}, &Label::first);
  return found != labels.end() && found->first == value ? found->second : value;
}

}  // namespace jalon
