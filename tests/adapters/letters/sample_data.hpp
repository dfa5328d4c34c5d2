#pragma once

#include "engine/json/json.hpp"

namespace jalon::letters {

// An invented person and establishment, with everything that the templates read.
inline Json sample_data() {
  return {
      {"establishment",
       {{"name", "ESPO Les Érables"},
        {"address", "14 chemin des Causses, 12100 Millau"},
        {"phone", "05 65 00 00 14"},
        {"email", "admissions@espo-les-erables.example.org"},
        {"city", "Millau"},
        {"documents_url", "https://espo-les-erables.example.org/documents"}}},
      {"person",
       {{"family_name", "Roussel"},
        {"given_name", "Camille"},
        {"civility", "Madame"},
        {"birth_date", "1991-03-01"}}},
      {"recipient",
       {{"name", "Madame Camille Roussel"},
        {"address", "Résidence du Lac, 3 rue de l’Église, 12400 Saint-Affrique"}}},
      {"reference", "2026-0042"},
      {"date", "5 janvier 2026"},
      {"due", "5 février 2026"},
      {"entry_on", "2026-03-16"},
      {"pre_reception_on", "2026-02-13"},
      {"closures",
       {{{"first", "2026-04-13"}, {"last", "2026-04-24"}, {"reason", "vacances de printemps"}},
        {{"first", "2026-05-14"}, {"last", "2026-05-15"}, {"reason", "pont de l’Ascension"}}}},
      {"documents",
       {{{"label", "Notification de reconnaissance de la qualité de travailleur handicapé (RQTH)"}},
        {{"label", "Notification d’orientation professionnelle"}}}},
      {"reason",
       "La pré-orientation demande une présence de 32 heures par semaine.\nVous nous avez dit que vos "
       "soins ne le permettent pas avant l’été."},
      {"mdph", "12"},
      {"notification",
       {{"received_on", "2025-12-22"},
        {"decision_id", "2025-12-07731"},
        {"vt_individual_number", "1204417"}}},
      {"items",
       {{{"reference", "2026-0007"},
         {"label", "Retour du dossier d’admission"},
         {"due", "2 janvier 2026"},
         {"url", "https://jalon.example.org/cases/7"}},
        {{"reference", "2026-0011"}, {"label", "Premier courrier"}, {"due", "4 janvier 2026"}}}},
  };
}

}  // namespace jalon::letters
