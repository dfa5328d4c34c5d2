#include "adapters/smtp/smtp_mailer.hpp"

#include <gmock/gmock.h>

#include "adapters/smtp/mime_message.hpp"
#include "tests/adapters/smtp/sample_mail.hpp"
#include "tests/adapters/smtp/test_server.hpp"

namespace jalon::smtp {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

bool was_sent(SendOutcome const& outcome) {
  return std::holds_alternative<Sent>(outcome);
}

TEST(SmtpMailer, DeliversAMailWithItsAccents) {
  NodeServer server{"server.mjs"};
  SmtpMailer mailer{settings_for(server.url())};
  ASSERT_TRUE(was_sent(mailer.open()->send(sample_mail())));

  auto const mail = server.next_line();
  EXPECT_EQ(mail["envelope_from"], "admissions@espo.example.org");
  EXPECT_EQ(mail["envelope_to"], nlohmann::json({"camille.roussel@example.org"}));
  EXPECT_EQ(mail["from"][0]["name"], "ESPO Les Érables, admissions");
  EXPECT_EQ(mail["from"][0]["address"], "admissions@espo.example.org");
  EXPECT_EQ(mail["to"][0]["address"], "camille.roussel@example.org");
  EXPECT_EQ(mail["subject"], "Votre dossier d’admission");
  EXPECT_EQ(mail["message_id"], "<message-42@jalon.example.org>");
  EXPECT_EQ(mail["text"], "Bonjour,\nvotre dossier est ouvert.\n");
  EXPECT_EQ(mail["html"], "<p>Bonjour,</p>\n<p>votre dossier est ouvert.</p>\n");
  EXPECT_EQ(mail["content_type"], "multipart/alternative");
}

TEST(SmtpMailer, WritesEachHeaderOnce) {
  NodeServer server{"server.mjs"};
  SmtpMailer mailer{settings_for(server.url())};
  ASSERT_TRUE(was_sent(mailer.open()->send(sample_mail())));
  EXPECT_THAT(server.next_line()["headers"], ElementsAre("content-type", "from", "to", "subject", "date",
                                                         "message-id", "auto-submitted", "mime-version"));
}

TEST(SmtpMailer, DatesTheMailWithTheHourOfSending) {
  NodeServer server{"server.mjs"};
  SmtpMailer mailer{settings_for(server.url())};
  ASSERT_TRUE(was_sent(mailer.open()->send(sample_mail())));
  auto const raw = server.next_line()["raw"].get<std::string>();
  auto const date = raw.find("\r\nDate: ");
  ASSERT_NE(date, std::string::npos);
  EXPECT_THAT(raw.substr(date + 8, 31), MatchesRegex("[A-Z][a-z]+, [0-9]+ [A-Z][a-z]+ 20.. ..:..:.. .0000"));
}

TEST(SmtpMailer, SendsNoBareLineFeedAndNoByteBeyondAscii) {
  NodeServer server{"server.mjs"};
  SmtpMailer mailer{settings_for(server.url())};
  auto mail = sample_mail();
  mail.subject = "Où en êtes-vous ? Votre dossier d’admission à l’établissement « Les Érables » de Millau";
  mail.text = "é\nun\rdeux\r\ntrois\n\n" + std::string(2000, 'x') + "\n";
  ASSERT_TRUE(was_sent(mailer.open()->send(mail)));

  auto const received = server.next_line();
  auto const raw = received["raw"].get<std::string>();
  for (std::size_t i = 0; i < raw.size(); ++i) {
    ASSERT_LT(static_cast<unsigned char>(raw[i]), 0x80) << "at " << i;
    bool const is_line_feed = raw[i] == '\n';
    bool const follows_return = i > 0 && raw[i - 1] == '\r';
    ASSERT_EQ(is_line_feed, follows_return) << "at " << i;
  }
  EXPECT_EQ(received["subject"], mail.subject);
  EXPECT_EQ(received["text"], "é\nun\ndeux\ntrois\n\n" + std::string(2000, 'x') + "\n");
}

TEST(SmtpMailer, KeepsALineThatIsOneDot) {
  NodeServer server{"server.mjs"};
  SmtpMailer mailer{settings_for(server.url())};
  auto mail = sample_mail();
  mail.text = "avant\n.\n..\n.après\n";
  ASSERT_TRUE(was_sent(mailer.open()->send(mail)));
  EXPECT_EQ(server.next_line()["text"], "avant\n.\n..\n.après\n");
}

TEST(SmtpMailer, SendsAPlainTextWithoutAPage) {
  NodeServer server{"server.mjs"};
  SmtpMailer mailer{settings_for(server.url())};
  auto mail = sample_mail();
  mail.html.clear();
  ASSERT_TRUE(was_sent(mailer.open()->send(mail)));
  EXPECT_THAT(server.next_line()["raw"].get<std::string>(), Not(HasSubstr("text/html")));
}

TEST(SmtpMailer, SendsSeveralMailsOneAfterTheOther) {
  NodeServer server{"server.mjs"};
  SmtpMailer mailer{settings_for(server.url())};
  for (int i = 0; i < 5; ++i) {
    auto mail = sample_mail();
    mail.message_id = "message-" + std::to_string(i) + "@jalon.example.org";
    ASSERT_TRUE(was_sent(mailer.open()->send(mail)));
    EXPECT_EQ(server.next_line()["message_id"], "<" + mail.message_id + ">");
  }
}

TEST(SmtpMailer, LogsInWithTheUserAndPassword) {
  NodeServer server{"server.mjs", {"--user", "jalon", "--password", "châtaigne"}};
  auto settings = settings_for(server.url());
  settings.user = "jalon";
  settings.password = "châtaigne";
  ASSERT_TRUE(was_sent(SmtpMailer{settings}.open()->send(sample_mail())));
  EXPECT_EQ(server.next_line()["user"], "jalon");
}

TEST(SmtpMailer, TriesLaterWhenTheLogInIsRefused) {
  NodeServer server{"server.mjs", {"--user", "jalon", "--password", "châtaigne"}};
  auto settings = settings_for(server.url());
  settings.user = "jalon";
  settings.password = "marron";
  auto const outcome = SmtpMailer{settings}.open()->send(sample_mail());
  ASSERT_TRUE(std::holds_alternative<TryLater>(outcome));
  EXPECT_THAT(std::get<TryLater>(outcome).reason, HasSubstr("identifiant ou le mot de passe"));
}

TEST(SmtpMailer, TriesLaterWhenNobodyListens) {
  std::string url;
  { url = NodeServer{"server.mjs"}.url(); }
  auto const outcome = SmtpMailer{settings_for(url)}.open()->send(sample_mail());
  ASSERT_TRUE(std::holds_alternative<TryLater>(outcome));
  EXPECT_EQ(std::get<TryLater>(outcome).reason, "Le serveur de messagerie est injoignable.");
}

TEST(WithCrlf, EndsEveryLineTheSameWay) {
  EXPECT_EQ(with_crlf("a\nb\rc\r\nd\n\re"), "a\r\nb\r\nc\r\nd\r\n\r\ne");
  EXPECT_EQ(with_crlf("\r"), "\r\n");
  EXPECT_EQ(with_crlf(""), "");
}

}  // namespace
}  // namespace jalon::smtp
