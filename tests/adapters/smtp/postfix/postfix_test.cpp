// A real mail server of Debian reads what we send: what it accepts is well-formed, and what arrived in the
// maildir is what was meant. One instance for all tests of the program.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <set>
#include <sstream>

#include "adapters/smtp/smtp_mailer.hpp"
#include "tests/adapters/smtp/certificate.hpp"
#include "tests/adapters/smtp/sample_mail.hpp"
#include "tests/adapters/smtp/test_server.hpp"

namespace jalon::smtp {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr auto user = "jalon", password = "châtaigne du Rouergue";

// Why it cannot run here; nothing where it must.
std::string what_is_in_the_way() {
  if (geteuid() != 0) return "Postfix runs for root only, as in continuous integration";
  bool const has_another = !std::filesystem::exists("/usr/sbin/postfix");
  if (has_another && std::filesystem::exists("/usr/sbin/sendmail")) return "another mail server is installed";
  return "";
}

class Postfix : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!what_is_in_the_way().empty()) return;
    certificate = std::make_unique<Certificate>();
    auto arguments = certificate->options();
    arguments.insert(arguments.begin(), "tests/adapters/smtp/postfix/postfix.py");
    arguments.insert(arguments.end(), {"--user", user, "--password", password});
    server = std::make_unique<TestServer>("python3", arguments);
  }
  static void TearDownTestSuite() {
    server.reset();
    certificate.reset();
  }
  void SetUp() override {
    if (auto const reason = what_is_in_the_way(); !reason.empty()) GTEST_SKIP() << reason;
  }

  static SmtpSettings settings(StartTls starttls = StartTls::required) {
    auto settings = settings_for(server->url());
    settings.starttls = starttls;
    settings.certificate_authorities = certificate->file();
    settings.user = user;
    settings.password = password;
    return settings;
  }
  static nlohmann::json arrival_of(Email const& mail) {
    SmtpMailer mailer{settings()};
    EXPECT_TRUE(std::holds_alternative<Sent>(mailer.open()->send(mail)));
    return server->next_line();
  }

  static std::unique_ptr<Certificate> certificate;
  static std::unique_ptr<TestServer> server;
};

std::unique_ptr<Certificate> Postfix::certificate;
std::unique_ptr<TestServer> Postfix::server;

TEST_F(Postfix, DeliversAMailWithItsAccentsOverTlsAndLoggedIn) {
  auto mail = sample_mail();
  mail.subject = "Où en êtes-vous ? Votre dossier d’admission à l’établissement « Les Érables » de Millau 🍁";
  mail.text = "Bonjour,\ncœur, Noël, « à bientôt » — 12 €\n";
  auto const arrived = arrival_of(mail);
  EXPECT_EQ(arrived["subject"], mail.subject);
  EXPECT_EQ(arrived["from"], "\"ESPO Les Érables, admissions\" <admissions@espo.example.org>");
  EXPECT_EQ(arrived["to"], "camille.roussel@example.org");
  EXPECT_EQ(arrived["message_id"], "<message-42@jalon.example.org>");
  EXPECT_EQ(arrived["text"], mail.text);
  EXPECT_EQ(arrived["html"], mail.html);
  EXPECT_THAT(arrived["defects"], IsEmpty());
  EXPECT_THAT(arrived["received"].get<std::string>(), HasSubstr("with ESMTPSA id")) << "TLS and a log-in";
}

TEST_F(Postfix, AddsNoHeaderThatWeLeftOutAndFindsEachOnce) {
  auto const arrived = arrival_of(sample_mail());
  EXPECT_THAT(arrived["headers"],
              ElementsAre("return-path", "x-original-to", "delivered-to", "received", "content-type", "from",
                          "to", "subject", "date", "message-id", "auto-submitted", "mime-version"));
}

// Postfix is set to refuse a line that ends without CR, and breaks lines beyond 998 bytes.
TEST_F(Postfix, FindsEveryLineEndedByCrlfAndNoneTooLong) {
  auto mail = sample_mail();
  mail.subject = "Où en êtes-vous ? Votre dossier d’admission à l’établissement « Les Érables » de Millau";
  mail.text = "é\nun\rdeux\r\ntrois\n\n" + std::string(3000, 'x') + "\n";
  auto const arrived = arrival_of(mail);
  EXPECT_EQ(arrived["text"], "é\nun\ndeux\ntrois\n\n" + std::string(3000, 'x') + "\n");
  std::istringstream lines{arrived["raw"].get<std::string>()};
  for (std::string line; std::getline(lines, line);)
    EXPECT_LE(line.size(), line.starts_with("Content-Type: ") ? 90u : 76u) << line;
}

TEST_F(Postfix, KeepsLinesThatBeginWithADot) {
  auto mail = sample_mail();
  mail.text = ".\navant\n.\n..\n...\n.après\n" + std::string(75, 'a') + ".\n.";
  EXPECT_EQ(arrival_of(mail)["text"], mail.text);
}

TEST_F(Postfix, TakesTheMailsOfASessionOverOneConnection) {
  SmtpMailer mailer{settings()};
  {
    auto const session = mailer.open();
    for (int number : {1, 2, 3}) {
      auto mail = sample_mail();
      mail.message_id = "together-" + std::to_string(number) + "@jalon.example.org";
      ASSERT_TRUE(std::holds_alternative<Sent>(session->send(mail)));
    }
  }
  std::set<std::string> arrived;
  for (int i = 0; i < 3; ++i) arrived.insert(server->next_line()["message_id"]);
  EXPECT_THAT(arrived, ElementsAre("<together-1@jalon.example.org>", "<together-2@jalon.example.org>",
                                   "<together-3@jalon.example.org>"));
}

TEST_F(Postfix, SpeaksTlsFromTheFirstByteToo) {
  auto implicit = settings();
  implicit.url = server->url("smtps", "smtps_port");
  ASSERT_TRUE(std::holds_alternative<Sent>(SmtpMailer{implicit}.open()->send(sample_mail())));
  EXPECT_THAT(server->next_line()["received"].get<std::string>(), HasSubstr("with ESMTPSA id"));
}

TEST_F(Postfix, TurnsAWrongPasswordAwayAndWeTryLater) {
  auto wrong = settings();
  wrong.password = "marron";
  auto const outcome = SmtpMailer{wrong}.open()->send(sample_mail());
  ASSERT_TRUE(std::holds_alternative<TryLater>(outcome));
  EXPECT_EQ(std::get<TryLater>(outcome).trouble, Trouble::settings);
  EXPECT_THAT(std::get<TryLater>(outcome).reason, HasSubstr("535 5.7.8"));
}

TEST_F(Postfix, RefusesWhatItNeverTakesAndTheReasonIsIts) {
  SmtpMailer mailer{settings()};
  auto const session = mailer.open();
  auto elsewhere = sample_mail(), too_large = sample_mail();
  elsewhere.to = "camille.roussel@ailleurs.example.com";
  too_large.text = std::string(300'000, 'x');
  auto const relayed = session->send(elsewhere), large = session->send(too_large);
  ASSERT_TRUE(std::holds_alternative<Refused>(relayed));
  EXPECT_THAT(std::get<Refused>(relayed).reason, HasSubstr("554 5.7.1 (adresse)"));
  ASSERT_TRUE(std::holds_alternative<Refused>(large));
  EXPECT_THAT(std::get<Refused>(large).reason, HasSubstr("552 5.3.4"));
  EXPECT_TRUE(std::holds_alternative<Sent>(session->send(sample_mail()))) << "the next one is none the worse";
  EXPECT_EQ(server->next_line()["text"], sample_mail().text);
}

}  // namespace
}  // namespace jalon::smtp
