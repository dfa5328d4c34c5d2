#include <gmock/gmock.h>

#include <fstream>
#include <set>
#include <sstream>

#include "api/import/notification_file.hpp"

namespace jalon {
namespace {

// tests/data/notifications.csv, made by make_notifications.py: as a French spreadsheet saves it.
std::string file_text() {
  std::ifstream file{"tests/data/notifications.csv", std::ios::binary};
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

NotificationFile read_on(std::string const& text, int year, unsigned month, unsigned day) {
  return read_notifications(text,
                            Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}});
}

NotificationFile read_on_the_day() {
  return read_on(file_text(), 2026, 1, 31);
}

TEST(LifelikeFile, Has474GoodLinesAnd26BadOnes) {
  auto const file = read_on_the_day();
  EXPECT_EQ(file.accepted.size(), 474u);
  EXPECT_EQ(file.rejected.size(), 26u);
}

TEST(LifelikeFile, EachBadLineIsRefusedForItsReason) {
  std::string const required = "Ce champ est obligatoire.";
  std::string const no_date = "Cette date n’existe pas ou n’est pas écrite AAAA-MM-JJ ou JJ/MM/AAAA.";
  std::string const no_department = "Ce n’est pas un code de département, par exemple 12, 2A ou 974.";
  std::string const no_address = "Cette adresse électronique n’est pas valable.";
  std::vector<RejectedLine> const expected = {
      {14, "nom", required},
      {35, "prenom", required},
      {55, "date_naissance", required},
      {77, "canal", required},
      {99, "recue_le", required},
      {119, "mdph", required},
      {139, "date_naissance", no_date},
      {158, "date_naissance", "La date de naissance doit être dans le passé."},
      {179, "date_naissance", no_date},
      {200, "canal", "Le canal doit être « numerique » ou « papier »."},
      {220, "recue_le", "La date de réception est dans le futur."},
      {241, "recue_le", no_date},
      {263, "mdph", no_department},
      {282, "mdph", no_department},
      {302, "mdph", no_department},
      {322, "courriel", no_address},
      {342, "courriel", no_address},
      {361, "preference", "La préférence « courriel » demande une adresse électronique."},
      {382, "preference", "La préférence doit être « courrier » ou « courriel »."},
      {403, "valide_au", "La fin de validité précède le début."},
      {424, "personne_ressource", "Ce texte dépasse 200 caractères."},
      {443, "prenom", required + " courriel : " + no_address + " mdph : " + no_department},
      {464, "", "Cette ligne répète la ligne 29."},
      {480, "", "Cette ligne répète la ligne 38."},
      {490, "", "La ligne a 18 champs, l’en-tête en a 17."},
      {508, "", "Un guillemet est mal placé ou n’est pas refermé."},
  };
  auto const rejected = read_on_the_day().rejected;
  ASSERT_EQ(rejected.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(rejected[i].line, expected[i].line);
    EXPECT_EQ(rejected[i].column, expected[i].column) << "line " << expected[i].line;
    EXPECT_EQ(rejected[i].reason, expected[i].reason) << "line " << expected[i].line;
  }
}

TEST(LifelikeFile, HoldsBothChannelsAndManyDepartments) {
  std::set<std::string> channels;
  std::set<std::string> departments;
  for (auto const& imported : read_on_the_day().accepted) {
    channels.insert(imported.notification.at("channel").get<std::string>());
    departments.insert(imported.notification.at("mdph").get<std::string>());
  }
  EXPECT_EQ(channels, (std::set<std::string>{"digital", "paper"}));
  EXPECT_GT(departments.size(), 12u);
}

TEST(LifelikeFile, SaysTheSameWithoutMarkAndWithOtherLineEndings) {
  auto text = file_text();
  ASSERT_EQ(text.substr(0, 3), "\xEF\xBB\xBF");
  text.erase(0, 3);
  std::erase(text, '\r');
  auto const file = read_on(text, 2026, 1, 31);
  auto const original = read_on_the_day();
  ASSERT_EQ(file.accepted.size(), original.accepted.size());
  for (std::size_t i = 0; i < file.accepted.size(); ++i) {
    EXPECT_EQ(file.accepted[i].line, original.accepted[i].line);
    EXPECT_EQ(file.accepted[i].person, original.accepted[i].person);
    EXPECT_EQ(file.accepted[i].notification, original.accepted[i].notification);
  }
}

TEST(LifelikeFile, IsInTheFutureForSomeoneWhoReadsItEarlier) {
  auto const file = read_on(file_text(), 2025, 9, 30);
  EXPECT_TRUE(file.accepted.empty());
  EXPECT_EQ(file.rejected.size(), 500u);
}

}  // namespace
}  // namespace jalon
