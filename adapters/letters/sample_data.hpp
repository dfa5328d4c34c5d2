#pragma once

#include "engine/json/json.hpp"

namespace jalon::letters {

// What an invented person's case remembers towards the end of the pathway.
inline Json sample_case() {
  return {
      {"documents", {"administrative_sheet", "social_sheet", "rqth_notification"}},
      {"file_sent_on", "2026-01-05"},
      {"returned_on", "2026-01-20"},
      {"documents_waived_because", "la fiche arrivera le premier jour"},
      {"decision",
       {{"outcome", "not_retained"},
        {"aim", "Construire un projet compatible avec une restriction de port de charges"},
        {"choice", "both"},
        {"reason",
         "La pré-orientation demande une présence de 32 heures par semaine.\nVous nous avez dit que vos "
         "soins "
         "ne le permettent pas avant l’été."}}},
      {"seat", {{"entry_on", "2026-03-16"}, {"weeks", 14}, {"pre_reception_on", "2026-02-13"}}},
      {"entered_on", "2026-03-16"},
      {"departed_on", "2026-06-19"},
      {"stay_weeks", 14},
      {"initial_synthesis", {{"on", "2026-03-27"}, {"summary", "Pistes : accueil, logistique, numérique."}}},
      {"final_synthesis", {{"on", "2026-06-12"}, {"summary", "Le projet d’agent d’accueil est vérifié."}}},
      {"project_objectives", "Vérifier le métier d’agent d’accueil."},
      {"internships",
       {{{"company", "Mairie de Saint-Affrique"},
         {"from", "2026-05-04"},
         {"to", "2026-05-22"},
         {"hours", 105}}}},
      {"internship_hours", 105},
      {"report",
       {{"recommendation", "vocational_training"},
        {"training_place", "esrp"},
        {"person_view", "agrees"},
        {"person_observations", "Je souhaite rester près de Millau."},
        {"needs", {"1.3.1", "1.3.5", "1.2.1.2"}}}}};
}

// An invented person and establishment, with everything that the templates read: for whoever edits a text and
// wants to see it, and for tests.
inline Json sample_data() {
  return {
      {"establishment",
       {{"name", "ESPO Les Érables"},
        {"address", "14 chemin des Causses, 12100 Millau"},
        {"phone", "05 65 00 00 14"},
        {"email", "admissions@espo-les-erables.example.org"},
        {"city", "Millau"},
        {"documents_url", "https://espo-les-erables.example.org/documents"}}},
      {"person", {{"family_name", "Roussel"}, {"given_name", "Camille"}, {"birth_date", "1991-03-01"}}},
      {"recipient",
       {{"name", "Camille Roussel"},
        {"address", "Résidence du Lac, 3 rue de l’Église, 12400 Saint-Affrique"}}},
      {"reference", "2026-0042"},
      {"date", "5 janvier 2026"},
      {"due", "2026-02-05"},
      {"referent_name", "Julien Bastide"},
      {"deadlines",
       {{"stay_end", "2026-06-22"}, {"follow_up_check", "2026-07-20"}, {"contract", "2026-03-31"}}},
      {"closures",
       {{{"first", "2026-04-13"}, {"last", "2026-04-24"}, {"reason", "vacances de printemps"}},
        {{"first", "2026-05-14"}, {"last", "2026-05-15"}, {"reason", "pont de l’Ascension"}}}},
      {"case", sample_case()},
      {"event", {{"reason", "Cette notification oriente vers un autre établissement."}}},
      {"mdph", "12"},
      {"notification",
       {{"received_on", "2025-12-22"},
        {"decision_id", "2025-12-07731"},
        {"vt_individual_number", "1204417"},
        {"valid_until", "2028-12-31"}}},
      {"committee", {{"held_on", "2026-03-25"}}},
      {"listed",
       {{{"place", 1},
         {"reference", "2026-0042"},
         {"family_name", "Roussel"},
         {"given_name", "Camille"},
         {"mdph", "12"},
         {"returned_on", "2026-01-20"},
         {"valid_until", "2028-12-31"}}}},
      {"items",
       {{{"reference", "2026-0007"},
         {"label", "Retour du dossier d’admission"},
         {"due", "2 janvier 2026"},
         {"url", "https://jalon.example.org/cases/7"}},
        {{"reference", "2026-0011"}, {"label", "Premier courrier"}, {"due", "4 janvier 2026"}}}},
  };
}

}  // namespace jalon::letters
