// What each letter and document says.
#include <gmock/gmock.h>

#include "adapters/letters/press.hpp"
#include "tests/adapters/letters/page_text.hpp"
#include "tests/adapters/letters/sample_data.hpp"

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

TEST(FinalReport, SaysTheOneRecommendationOfTheFourWithItsDetailTheNeedsTheViewAndThePlan) {
  auto const letter = visible(Press{}.render("final_report", sample_data()).html);
  EXPECT_EQ(count(letter, "(préconisation retenue)"), 1u);
  EXPECT_THAT(letter, HasSubstr("Une formation professionnelle en établissement et service de réadaptation "
                                "professionnelle (préconisation retenue)"));
  EXPECT_THAT(letter, HasSubstr("1.3.5\u00A0: Besoins en matière de ressources"));
  EXPECT_THAT(letter, HasSubstr("1.2.2\n")) << "a code without a wording stands for itself";
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
  EXPECT_THAT(visible(Press{}.render("committee_table", data).html), HasSubstr("Roussel Camille"));
  data["listed"] = Json::array();
  EXPECT_THAT(visible(Press{}.render("committee_table", data).html),
              HasSubstr("Aucun dossier n’est inscrit"));
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
  EXPECT_EQ(rendered.subject, "5 en retard, 1 cette semaine : vos dossiers au 5 janvier 2026");
  EXPECT_THAT(rendered.html,
              HasSubstr("<a href=\"https://jalon.example.org/dossiers/2026-0007\">2026-0007</a>"));
  EXPECT_THAT(visible(rendered.html),
              HasSubstr("à faire avant le 2\u00A0janvier 2026, à la place de Anne Rivière"));
  EXPECT_THAT(rendered.text, HasSubstr("pour le 9\u00A0janvier 2026"));
  EXPECT_THAT(visible(rendered.html), HasSubstr("Et 3 autres"));
  EXPECT_EQ(count(rendered.html, "à la place de"), 1u);
  EXPECT_THAT(rendered.html + rendered.text, Not(HasSubstr("Roussel")));
  data["late"] = nullptr;
  auto const quiet = Press{}.render("staff_digest", data);
  EXPECT_EQ(quiet.subject, "1 cette semaine : vos dossiers au 5 janvier 2026");
  EXPECT_THAT(quiet.html, Not(HasSubstr("En retard")));
}

TEST(StaffUrgent, SaysWhoHasToBeCalledAndWhy) {
  auto data = sample_data();
  auto const rendered = Press{}.render("staff_urgent", data);
  EXPECT_THAT(rendered.subject, HasSubstr("dossier 2026-0042"));
  EXPECT_THAT(visible(rendered.html), HasSubstr("Message : sa convocation"));
  EXPECT_THAT(visible(rendered.html), HasSubstr("le courrier est revenu"));
  EXPECT_THAT(rendered.html + rendered.text, Not(HasSubstr("Roussel")));
  data["message"] = "entry_dates", data["trouble"] = "refused";
  EXPECT_THAT(Press{}.render("staff_urgent", data).text, HasSubstr("le message n’a pas pu partir"));
}

}  // namespace
}  // namespace jalon::letters
