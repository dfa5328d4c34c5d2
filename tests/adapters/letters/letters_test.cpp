// What each letter and document says.
#include <gmock/gmock.h>

#include "adapters/letters/press.hpp"
#include "adapters/letters/sample_data.hpp"
#include "tests/adapters/letters/page_text.hpp"

namespace jalon::letters {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(FirstContact, InvitesAsksForTwoDocumentsAndEnclosesTheBrochure) {
  auto const rendered = Press{}.render("first_contact", sample_data());
  EXPECT_EQ(rendered.subject, "Votre orientation vers la pré-orientation, premier contact");
  for (auto const& text : {rendered.text, visible(rendered.html)}) {
    EXPECT_THAT(text, HasSubstr("Prenez contact avec nous au plus tard le 5\u00A0février 2026"));
    EXPECT_THAT(text,
                HasSubstr("notification de reconnaissance de la qualité de travailleur handicapé (RQTH)"));
    EXPECT_THAT(text, HasSubstr("notification d’orientation professionnelle"));
    EXPECT_THAT(text, HasSubstr("05 65 00 00 14"));
  }
  EXPECT_THAT(visible(rendered.html), HasSubstr("Pièce jointe\nPlaquette d’information"));
  EXPECT_THAT(rendered.text, Not(HasSubstr("Objet")));
}

TEST(FirstContact, EnclosesNoPaperInAnEmail) {
  auto data = sample_data();
  data["by_email"] = true;
  EXPECT_THAT(Press{}.render("first_contact", data).html, Not(HasSubstr("Pièce jointe")));
}

TEST(AdmissionFile, HoldsTheFourSheetsWithTheNameFilledIn) {
  auto const html = Press{}.render("admission_file", sample_data()).html;
  for (auto const* sheet :
       {"1. Fiche administrative", "2. Fiche sociale", "3. Fiche professionnelle", "4. Fiche rémunération"}) {
    EXPECT_EQ(count(html, sheet), 1u) << sheet;
  }
  EXPECT_EQ(count(html, "<section class=\"sheet\""), 4u);
  EXPECT_THAT(html, HasSubstr("<strong>Roussel</strong>"));
}

TEST(EntryDates, NameTheEntryThePreReceptionAndTheClosures) {
  auto const rendered = Press{}.render("entry_dates", sample_data());
  for (auto const& text : {rendered.text, visible(rendered.html)}) {
    EXPECT_THAT(text, HasSubstr("16\u00A0mars 2026"));
    EXPECT_THAT(text, HasSubstr("13\u00A0février 2026"));
    EXPECT_THAT(text, HasSubstr("n’est pas obligatoire"));
    EXPECT_THAT(text, HasSubstr("du 13\u00A0avril 2026 au 24\u00A0avril 2026 (vacances de printemps)"));
  }
}

TEST(DecisionNotRetained, GivesTheReasonAndTheRemedies) {
  auto const text = Press{}.render("decision_not_retained", sample_data()).text;
  EXPECT_THAT(text, HasSubstr("une présence de 32 heures par semaine.\nVous nous avez dit"));
  EXPECT_THAT(text, HasSubstr("demander un nouvel examen"));
  EXPECT_THAT(text, HasSubstr("Défenseur des droits"));
}

TEST(FinalReport, SpeaksToThePersonOrToTheMdph) {
  auto data = sample_data();
  EXPECT_EQ(Press{}.render("final_report", data).subject, "Votre bilan final de pré-orientation");
  data["to_mdph"] = true;
  auto const to_mdph = Press{}.render("final_report", data);
  EXPECT_EQ(to_mdph.subject, "Bilan final de pré-orientation, Camille Roussel");
  for (auto const& text : {to_mdph.text, visible(to_mdph.html)}) {
    EXPECT_THAT(text, Not(HasSubstr("Votre bilan")));
    EXPECT_THAT(text, HasSubstr("d’agréer, Madame, Monsieur, nos salutations"));
  }
}

TEST(FinalReport, LetsANeedWithoutAWordingStandForItself) {
  auto data = sample_data();
  data["case"]["report"]["needs"] = {"1.9.9"};
  EXPECT_THAT(visible(Press{}.render("final_report", data).html), HasSubstr("1.9.9\n"));
}

TEST(FinalReport, SaysTheOneRecommendationOfTheFourWithItsDetailTheNeedsTheViewAndThePlan) {
  auto const letter = visible(Press{}.render("final_report", sample_data()).html);
  EXPECT_EQ(count(letter, "(préconisation retenue)"), 1u);
  EXPECT_THAT(letter, HasSubstr("Une formation professionnelle en établissement et service de réadaptation "
                                "professionnelle (préconisation retenue)"));
  EXPECT_THAT(letter, HasSubstr("1.3.5\u00A0: Besoins en matière de ressources"));
  EXPECT_THAT(letter, HasSubstr("1.2.1.2\u00A0: Besoins en lien avec les relations"));
  EXPECT_THAT(letter, HasSubstr("elle est d’accord"));
  EXPECT_THAT(letter, HasSubstr("Je souhaite rester près de Millau."));
  EXPECT_THAT(letter, HasSubstr("6. Le plan d’action"));
}

TEST(FinalReport, IsNotSentByEmailWithItsContent) {
  auto data = sample_data();
  data["by_email"] = true;
  auto const rendered = Press{}.render("final_report", data);
  EXPECT_THAT(rendered.html + rendered.text, Not(HasSubstr("préconisation retenue")));
  EXPECT_THAT(rendered.text, HasSubstr("le bilan n’est pas joint"));
}

TEST(Reminder, AsksForWhatIsStillMissing) {
  auto const text = Press{}.render("reminder", sample_data()).text;
  EXPECT_THAT(text, HasSubstr("- la fiche professionnelle\n"));
  EXPECT_THAT(text, Not(HasSubstr("la fiche sociale")));
  EXPECT_THAT(text, Not(HasSubstr("(RQTH)")));
}

TEST(StayContract, NamesBothSidesTheDatesAndLeavesRoomToSign) {
  auto const page = visible(Press{}.render("stay_contract", sample_data()).html);
  for (auto const* fact : {"Camille Roussel", "16\u00A0mars 2026", "22\u00A0juin 2026", "31\u00A0mars 2026",
                           "14 semaines", "32 heures", "Julien Bastide"})
    EXPECT_THAT(page, HasSubstr(fact));
}

TEST(CommitteeTable, ListsTheCasesAndSaysWhenThereIsNone) {
  auto data = sample_data();
  auto const page = visible(Press{}.render("committee_table", data).html);
  for (auto const* fact : {"Roussel Camille", "Version 2, envoyée le 11\u00A0mars 2026",
                           "2Logement à quitter", "non évaluée", "dossier reçu le 20/01/2026"})
    EXPECT_THAT(page, HasSubstr(fact));
  EXPECT_THAT(page, Not(HasSubstr("Projet")));
  data["listed"] = Json::array();
  data["draft"] = true, data["version"] = nullptr;
  auto const empty = visible(Press{}.render("committee_table", data).html);
  EXPECT_THAT(empty, HasSubstr("Aucun dossier n’est inscrit"));
  EXPECT_THAT(empty, HasSubstr("Projet\u00A0: cette liste n’est pas encore envoyée"));
}

TEST(CommitteeTable, SaysWhereAnUrgencyIsNotTold) {
  auto data = sample_data();
  data["listed"][0]["social_urgency"] = nullptr;
  data["listed"][0]["withheld"] = data["listed"][0]["reason"] = "La personne n’a pas donné son accord.";
  auto const page = visible(Press{}.render("committee_table", data).html);
  EXPECT_THAT(page, HasSubstr("non communiquée"));
  EXPECT_THAT(page, Not(HasSubstr("non évaluée")));
}

TEST(CommitteeList, SaysWhereToReadTheListAndNothingOfWhatItSays) {
  auto data = sample_data();
  data["url"] = "https://jalon.example.org";
  auto const rendered = Press{}.render("committee_list", data);
  EXPECT_EQ(rendered.subject, "Commission de pré-admission du 25\u00A0mars 2026, liste à lire");
  EXPECT_THAT(rendered.text, HasSubstr("3 dossiers (version 2)"));
  EXPECT_THAT(rendered.text, HasSubstr("https://jalon.example.org"));
  for (auto const* told : {"Roussel", "2026-0042", "Logement"})
    EXPECT_THAT(rendered.html + rendered.text, Not(HasSubstr(told)));
  data["files"] = 1, data["files_many"] = false, data["url"] = "";
  EXPECT_THAT(Press{}.render("committee_list", data).text, HasSubstr("1 dossier (version 2)"));
}

TEST(PreReceptionList, HasABoxForEachOfTheThreeChecksAndSaysWhatIsKnown) {
  auto const page = visible(Press{}.render("pre_reception_list", sample_data()).html);
  for (auto const* fact :
       {"Roussel Camille", "non confirmée", "Connu\u00A0: à vérifier", "Connu\u00A0: signalée",
        "il manque\u00A0:", "Connu\u00A0: fiche sociale", "13\u00A0février 2026"})
    EXPECT_THAT(page, HasSubstr(fact));
}

TEST(AttendanceList, LeavesRoomToSignAndSaysNothingButNames) {
  auto const page = visible(Press{}.render("attendance_list", sample_data()).html);
  EXPECT_THAT(page, HasSubstr("Feuille de présence du 13\u00A0février 2026"));
  EXPECT_THAT(page, HasSubstr("Roussel Camille"));
  for (auto const* told : {"signalée", "à vérifier", "fiche sociale"})
    EXPECT_THAT(page, Not(HasSubstr(told)));
}

TEST(CommitteeMinutes, SayWhoWasThereAndEachDecisionInWords) {
  auto data = sample_data();
  auto const page = visible(Press{}.render("committee_minutes", data).html);
  for (auto const* fact : {"Claire Soulié, coordinatrice", "La séance est courte.", "Roussel Camille",
                           "non retenu", "Un autre service répond mieux"})
    EXPECT_THAT(page, HasSubstr(fact));
  data["decisions"] = Json::array(), data["remarks"] = nullptr;
  auto const empty = visible(Press{}.render("committee_minutes", data).html);
  EXPECT_THAT(empty, HasSubstr("Aucun dossier n’a été examiné."));
  EXPECT_THAT(empty, Not(HasSubstr("Remarques")));
}

TEST(CommitteeDates, AreProposedOneByOne) {
  auto const text = Press{}.render("committee_dates", sample_data()).text;
  EXPECT_THAT(text, HasSubstr("- mercredi 25\u00A0mars 2026\n- vendredi 27\u00A0mars 2026"));
}

TEST(CommitteeFixed, TellsTheDayThatWasChosen) {
  auto const text = Press{}.render("committee_fixed", sample_data()).text;
  EXPECT_THAT(text, HasSubstr("se réunit le vendredi 13\u00A0février 2026."));
}

TEST(MdphRegistrationRequest, TellsWhomToLookFor) {
  auto const text = Press{}.render("mdph_registration_request", sample_data()).text;
  for (auto const* fact :
       {"Roussel", "Camille", "1er\u00A0mars 1991", "2025-12-07731", "1204417", "22\u00A0décembre 2025"}) {
    EXPECT_THAT(text, HasSubstr(fact));
  }
}

TEST(StaffDigest, SaysWhatIsLateAndWhatIsDueThisWeekWithLinksAndNoName) {
  auto data = sample_data();
  auto const rendered = Press{}.render("staff_digest", data);
  EXPECT_EQ(rendered.subject, "5 en retard, 1 cette semaine\u00A0: vos dossiers au 5 janvier 2026");
  EXPECT_THAT(rendered.html,
              HasSubstr("<a href=\"https://jalon.example.org/dossiers/2026-0007\">2026-0007</a>"));
  EXPECT_THAT(visible(rendered.html),
              HasSubstr("c’était à faire le 2\u00A0janvier 2026\u00A0; remplacement\u00A0: Anne Rivière)"));
  EXPECT_THAT(rendered.text, HasSubstr("pour le 9\u00A0janvier 2026"));
  EXPECT_THAT(visible(rendered.html), HasSubstr("Et 3 autres"));
  EXPECT_EQ(count(rendered.html, "remplacement"), 1u);
  EXPECT_THAT(rendered.html + rendered.text, Not(HasSubstr("Roussel")));
  data["late"] = nullptr;
  auto const quiet = Press{}.render("staff_digest", data);
  EXPECT_EQ(quiet.subject, "1 cette semaine\u00A0: vos dossiers au 5 janvier 2026");
  EXPECT_THAT(quiet.html, Not(HasSubstr("En retard")));
}

TEST(StaffUrgent, SaysWhoHasToBeCalledAndWhy) {
  auto data = sample_data();
  auto const rendered = Press{}.render("staff_urgent", data);
  EXPECT_THAT(rendered.subject, HasSubstr("dossier 2026-0042"));
  EXPECT_THAT(visible(rendered.html), HasSubstr("Message\u00A0: sa convocation"));
  EXPECT_THAT(visible(rendered.html), HasSubstr("le courrier est revenu"));
  EXPECT_THAT(rendered.html + rendered.text, Not(HasSubstr("Roussel")));
  data["message"] = "entry_dates", data["trouble"] = "refused";
  EXPECT_THAT(Press{}.render("staff_urgent", data).text, HasSubstr("le message n’a pas pu partir"));
}

}  // namespace
}  // namespace jalon::letters
