#include "api/import/notification_file.hpp"

#include <gmock/gmock.h>

namespace jalon {
namespace {

using namespace std::string_literals;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

Date const today{std::chrono::year{2026}, std::chrono::month{1}, std::chrono::day{31}};

std::string const heading = "nom;prenom;date_naissance;canal;recue_le;mdph";
std::string const good_line = "Puech;Léa;1990-07-04;papier;2026-01-05;12";

NotificationFile read(std::string const& text) {
  return read_notifications(text, today);
}

// The one rejection of a file whose only line is `line`, under the usual heading and `more` of it.
RejectedLine rejection_of(std::string const& line, std::string const& more = "") {
  auto const file = read(heading + more + "\n" + line + "\n");
  EXPECT_THAT(file.accepted, IsEmpty()) << line;
  EXPECT_THAT(file.rejected, SizeIs(1)) << line;
  return file.rejected.empty() ? RejectedLine{} : file.rejected.front();
}

ImportedNotification accepted_of(std::string const& line, std::string const& more = "") {
  auto const file = read(heading + more + "\n" + line + "\n");
  EXPECT_THAT(file.rejected, IsEmpty()) << file.rejected.front().reason;
  EXPECT_THAT(file.accepted, SizeIs(1)) << line;
  return file.accepted.empty() ? ImportedNotification{} : file.accepted.front();
}

TEST(NotificationFile, MakesWhatTheApiTakes) {
  auto const file = read(
      "nom;prenom;date_naissance;canal;recue_le;mdph;courriel;telephone;adresse;preference;numero_decision;"
      "numero_decision_national;numero_individu_vt;valide_du;valide_au;representant_legal;personne_"
      "ressource\n"
      "Puech;Léa;04/07/1990;numérique;2026-01-05;2a;lea.puech@example.org;06 39 98 11 22;\"1 rue "
      "Basse\n20000 "
      "Ajaccio\";courriel;D-1;N-1;778;01/12/2025;2028-11-30;UDAF 2A;Marc Puech\n");
  ASSERT_THAT(file.rejected, IsEmpty());
  ASSERT_THAT(file.accepted, SizeIs(1));
  EXPECT_EQ(file.accepted[0].line, 2u);
  EXPECT_EQ(file.accepted[0].person, (Json{{"family_name", "Puech"},
                                           {"given_name", "Léa"},
                                           {"birth_date", "1990-07-04"},
                                           {"email", "lea.puech@example.org"},
                                           {"phone", "06 39 98 11 22"},
                                           {"address", "1 rue Basse\n20000 Ajaccio"},
                                           {"contact_preference", "email"},
                                           {"legal_representative", "UDAF 2A"},
                                           {"resource_person", "Marc Puech"}}));
  EXPECT_EQ(file.accepted[0].notification, (Json{{"channel", "digital"},
                                                 {"received_on", "2026-01-05"},
                                                 {"mdph", "2A"},
                                                 {"decision_id", "D-1"},
                                                 {"national_decision_id", "N-1"},
                                                 {"vt_individual_number", "778"},
                                                 {"valid_from", "2025-12-01"},
                                                 {"valid_until", "2028-11-30"}}));
}

TEST(NotificationFile, LeavesOutWhatIsEmpty) {
  auto const imported = accepted_of(good_line + ";;", ";courriel;valide_au");
  EXPECT_EQ(imported.person,
            (Json{{"family_name", "Puech"}, {"given_name", "Léa"}, {"birth_date", "1990-07-04"}}));
  EXPECT_EQ(imported.notification,
            (Json{{"channel", "paper"}, {"received_on", "2026-01-05"}, {"mdph", "12"}}));
}

TEST(NotificationFile, ReadsTheContractsOwnNamesAndValues) {
  auto const file = read(
      "family_name,given_name,birth_date,channel,received_on,mdph,email,contact_preference\r\n"
      "Puech,Léa,1990-07-04,digital,2026-01-05,12,lea@example.org,letter\r\n");
  ASSERT_THAT(file.accepted, SizeIs(1));
  EXPECT_EQ(file.accepted[0].person["contact_preference"], "letter");
  EXPECT_EQ(file.accepted[0].notification["channel"], "digital");
}

TEST(NotificationFile, SaysWhichOptionAFileOfJsonWants) {
  for (auto const& text : {"{\"resourceType\": \"Bundle\"}"s, "\xEF\xBB\xBF\n [ ]"s}) {
    auto const file = read(text);
    ASSERT_THAT(file.rejected, SizeIs(1));
    EXPECT_THAT(file.rejected.front().reason, HasSubstr("--sdo"));
  }
}

TEST(NotificationFile, ForgivesTheHeadingItsCaseAccentsAndBlanks) {
  auto const file = read("\xEF\xBB\xBFNOM; Prénom ;Date de naissance;Canal;Reçue-le;MDPH\n" + good_line);
  EXPECT_THAT(file.accepted, SizeIs(1));
}

TEST(NotificationFile, GivesTheLineOfTheFile) {
  auto const file =
      read(heading + ";adresse\n" + good_line + ";\"un\ndeux\"\n\n" + "Rigal;Paul;x;papier;2026-01-05;12;\n");
  ASSERT_THAT(file.rejected, SizeIs(1));
  EXPECT_EQ(file.rejected[0].line, 5u);
}

TEST(NotificationFile, RefusesAFileThatIsNoUtf8AndTellsWhatToDo) {
  auto const file = read(heading + "\n" + good_line + "\nLef\xE8vre;Ana;1990-07-04;papier;2026-01-05;12\n");
  EXPECT_THAT(file.accepted, IsEmpty());
  ASSERT_THAT(file.rejected, SizeIs(1));
  EXPECT_EQ(file.rejected[0].line, 3u);
  EXPECT_THAT(file.rejected[0].reason, AllOf(HasSubstr("n’est pas en UTF-8"), HasSubstr("Enregistrer sous")));
}

TEST(NotificationFile, RefusesUtf16AndNul) {
  EXPECT_THAT(read("\xFF\xFEn\0o\0m\0"s).rejected.at(0).reason, HasSubstr("UTF-8"));
  EXPECT_THAT(read(heading + "\n\0"s).rejected.at(0).reason, HasSubstr("UTF-8"));
}

TEST(NotificationFile, RefusesAnEmptyFile) {
  for (auto const& text : {""s, "\n"s, "\xEF\xBB\xBF"s, ";;;\n"s}) {
    EXPECT_THAT(read(text).rejected.at(0).reason, HasSubstr("vide"));
  }
}

TEST(NotificationFile, AcceptsAHeadingWithoutLines) {
  auto const file = read(heading + "\n");
  EXPECT_THAT(file.accepted, IsEmpty());
  EXPECT_THAT(file.rejected, IsEmpty());
}

TEST(NotificationFile, RefusesAnUnknownColumnByName) {
  auto const rejected = rejection_of(good_line + ";x", ";religion");
  EXPECT_EQ(rejected.column, "religion");
  EXPECT_EQ(rejected.reason, "La colonne « religion » est inconnue.");
  EXPECT_EQ(rejected.line, 1u);
}

TEST(NotificationFile, QuotesOnlyTheBeginningOfAForeignFile) {
  EXPECT_LT(read(std::string(5000, 'x')).rejected.at(0).reason.size(), 100u);
}

TEST(NotificationFile, RefusesAMissingColumnByName) {
  auto const file =
      read("nom;prenom;date_naissance;canal;recue_le\nPuech;Léa;1990-07-04;papier;2026-01-05\n");
  EXPECT_THAT(file.accepted, IsEmpty());
  EXPECT_EQ(file.rejected.at(0).reason, "La colonne « mdph » manque.");
}

TEST(NotificationFile, RefusesAColumnThatStandsTwice) {
  EXPECT_EQ(rejection_of(good_line + ";;", ";courriel;email").reason,
            "La colonne « courriel » est présente deux fois.");
}

TEST(NotificationFile, RefusesALineWithTooManyOrTooFewFields) {
  EXPECT_EQ(rejection_of(good_line + ";x").reason, "La ligne a 7 champs, l’en-tête en a 6.");
  EXPECT_EQ(rejection_of("Puech;Léa").reason, "La ligne a 2 champs, l’en-tête en a 6.");
}

TEST(NotificationFile, RefusesEachMissingField) {
  std::vector<std::string> const columns = {"nom", "prenom", "date_naissance", "canal", "recue_le", "mdph"};
  std::vector<std::string> const values = {"Puech", "Léa", "1990-07-04", "papier", "2026-01-05", "12"};
  for (std::size_t missing = 0; missing < columns.size(); ++missing) {
    std::string line;
    for (std::size_t i = 0; i < values.size(); ++i)
      line += (i == 0 ? "" : ";") + (i == missing ? "" : values[i]);
    auto const rejected = rejection_of(line);
    EXPECT_EQ(rejected.column, columns[missing]);
    EXPECT_EQ(rejected.reason, "Ce champ est obligatoire.");
  }
}

TEST(NotificationFile, RefusesDatesThatAreNone) {
  for (auto const* date :
       {"31/02/1990", "1990-02-29", "4/7/1990", "04/07/90", "04-07-1990", "1990/07/04", "00/01/1990",
        "01/13/1990", "hier", "1990-07-04T00:00:00", "0190-07-04", "33/07/1990"}) {
    auto const rejected = rejection_of("Puech;Léa;"s + date + ";papier;2026-01-05;12");
    EXPECT_EQ(rejected.column, "date_naissance") << date;
    EXPECT_THAT(rejected.reason, StartsWith("Cette date n’existe pas")) << date;
  }
}

TEST(NotificationFile, ABirthLiesInThePast) {
  EXPECT_EQ(rejection_of("Puech;Léa;2026-01-31;papier;2026-01-05;12").column, "date_naissance");
  EXPECT_EQ(accepted_of("Puech;Léa;2026-01-30;papier;2026-01-05;12").line, 2u);
}

TEST(NotificationFile, AReceiptLiesNotInTheFuture) {
  EXPECT_EQ(rejection_of("Puech;Léa;1990-07-04;papier;2026-02-01;12").column, "recue_le");
  EXPECT_EQ(accepted_of("Puech;Léa;1990-07-04;papier;31/01/2026;12").line, 2u);
}

TEST(NotificationFile, TheMdphIsADepartment) {
  for (auto const* code : {"0", "00", "20", "96", "99", "100", "970", "979", "983", "989", "2C", "A1", "0012",
                           "-1", "Aveyron"}) {
    EXPECT_EQ(rejection_of("Puech;Léa;1990-07-04;papier;2026-01-05;"s + code).column, "mdph") << code;
  }
  for (auto const& [written, code] : {std::pair{"1", "01"},
                                      {"01", "01"},
                                      {"95", "95"},
                                      {"2b", "2B"},
                                      {"2A", "2A"},
                                      {"971", "971"},
                                      {"976", "976"},
                                      {"987", "987"},
                                      {"988", "988"}}) {
    EXPECT_EQ(accepted_of("Puech;Léa;1990-07-04;papier;2026-01-05;"s + written).notification["mdph"], code);
  }
}

TEST(NotificationFile, TheChannelIsOneOfTwo) {
  EXPECT_EQ(rejection_of("Puech;Léa;1990-07-04;fax;2026-01-05;12").column, "canal");
}

TEST(NotificationFile, TheEmailIsPlausible) {
  EXPECT_EQ(rejection_of(good_line + ";lea(at)example.org", ";courriel").column, "courriel");
  EXPECT_EQ(rejection_of(good_line + ";lea@example", ";courriel").column, "courriel");
}

TEST(NotificationFile, ThePreferenceForEmailNeedsAnAddress) {
  EXPECT_EQ(rejection_of(good_line + ";;courriel", ";courriel;preference").column, "preference");
  EXPECT_EQ(rejection_of(good_line + ";courriel", ";preference").column, "preference");
  EXPECT_EQ(rejection_of(good_line + ";sms", ";preference").column, "preference");
  EXPECT_EQ(accepted_of(good_line + ";Courrier", ";preference").person["contact_preference"], "letter");
}

TEST(NotificationFile, TheValidityDoesNotEndBeforeItBegins) {
  EXPECT_EQ(rejection_of(good_line + ";2026-01-02;2026-01-01", ";valide_du;valide_au").column, "valide_au");
  EXPECT_EQ(accepted_of(good_line + ";2026-01-02;2026-01-02", ";valide_du;valide_au").line, 2u);
  EXPECT_EQ(accepted_of(good_line + ";;2026-01-02", ";valide_du;valide_au").line, 2u);
}

TEST(NotificationFile, ATextHas200CharactersAtMost) {
  std::string accents;
  for (int i = 0; i < 200; ++i) accents += "é";
  EXPECT_EQ(accepted_of(good_line + ";" + accents, ";adresse").person["address"], accents);
  EXPECT_EQ(rejection_of(good_line + ";" + accents + "é", ";adresse").column, "adresse");
}

TEST(NotificationFile, RefusesControlCharacters) {
  EXPECT_EQ(rejection_of("Pu\x1B"
                         "ech;Léa;1990-07-04;papier;2026-01-05;12")
                .column,
            "nom");
  EXPECT_EQ(rejection_of("\"Pu\nech\";Léa;1990-07-04;papier;2026-01-05;12").column, "nom");
}

TEST(NotificationFile, NamesEveryFaultOfALine) {
  auto const rejected = rejection_of("Puech;;1990-07-04;papier;2026-02-05;12");
  EXPECT_EQ(rejected.column, "prenom");
  EXPECT_EQ(rejected.reason, "Ce champ est obligatoire. recue_le : La date de réception est dans le futur.");
}

TEST(NotificationFile, RefusesTheSecondOfTwoLinesWithOneNationalDecision) {
  auto const file = read(heading + ";numero_decision_national\n" + good_line + ";N-1\n" +
                         "Rigal;Paul;1980-01-01;papier;2026-01-05;12;n-1\n");
  ASSERT_THAT(file.accepted, SizeIs(1));
  EXPECT_EQ(file.rejected.at(0).line, 3u);
  EXPECT_EQ(file.rejected.at(0).reason, "Cette ligne répète la ligne 2.");
}

TEST(NotificationFile, RefusesTheSecondOfTwoLinesWithOnePersonAndDay) {
  auto const file = read(heading + "\n" + good_line + "\nPUECH;LEA;04/07/1990;numerique;05/01/2026;34\n");
  ASSERT_THAT(file.accepted, SizeIs(1));
  EXPECT_EQ(file.rejected.at(0).reason, "Cette ligne répète la ligne 2.");
}

TEST(NotificationFile, AcceptsASecondNotificationOfTheSamePerson) {
  EXPECT_THAT(read(heading + "\n" + good_line + "\nPuech;Léa;1990-07-04;papier;2026-01-06;12\n").accepted,
              SizeIs(2));
}

TEST(NotificationFile, ARefusedLineIsNotRepeatedByTheCorrectedOne) {
  auto const file = read(heading + "\nPuech;Léa;1990-07-04;fax;2026-01-05;12\n" + good_line + "\n");
  EXPECT_THAT(file.accepted, SizeIs(1));
  EXPECT_THAT(file.rejected, SizeIs(1));
}

TEST(NotificationFile, RefusesAFileOfMoreThan10Megabytes) {
  auto const file = read(heading + "\n" + std::string(10 * 1024 * 1024, '\n'));
  EXPECT_THAT(file.rejected.at(0).reason, HasSubstr("10 Mo"));
}

}  // namespace
}  // namespace jalon
