#include "engine/model/transmission_wording.hpp"

#include <gtest/gtest.h>

namespace jalon {

TEST(TransmissionWording, SaysLineByLineWhatToEnter) {
  EXPECT_EQ(transmission_wording({"41", "151", *parse_date("2026-03-12"), {}, "2026-0001", "DEC-77"}),
            "Statut à saisir : Contact effectué (41)\n"
            "Motif : l'ESMS a pris contact (151)\n"
            "Date : 12/03/2026\n"
            "Décision nationale : DEC-77\n"
            "Dossier : 2026-0001");
}

TEST(TransmissionWording, TellsThePlannedEntryAndThatADecisionIsNotKnownYet) {
  EXPECT_EQ(
      transmission_wording({"71", {}, *parse_date("2026-06-01"), *parse_date("2026-09-07"), "2026-0002", {}}),
      "Statut à saisir : Liste d'attente. Admis dans l'ESMS (71)\n"
      "Date : 01/06/2026\n"
      "Date d’entrée prévue : 07/09/2026\n"
      "Décision nationale : pas encore connue, dossier à rapprocher\n"
      "Dossier : 2026-0002");
}

}  // namespace jalon
