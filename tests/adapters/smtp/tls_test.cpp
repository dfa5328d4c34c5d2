#include <gmock/gmock.h>

#include "adapters/smtp/smtp_mailer.hpp"
#include "tests/adapters/smtp/certificate.hpp"
#include "tests/adapters/smtp/sample_mail.hpp"
#include "tests/adapters/smtp/test_server.hpp"

namespace jalon::smtp {
namespace {

class SmtpTls : public ::testing::Test {
 protected:
  SmtpSettings settings(NodeServer const& server, StartTls starttls, std::string const& scheme = "smtp") {
    auto settings = settings_for(server.url(scheme));
    settings.starttls = starttls;
    settings.certificate_authorities = certificate.file();
    return settings;
  }
  Certificate certificate;
};

TEST_F(SmtpTls, RequiredStartTlsEncryptsTheMail) {
  NodeServer server{"server.mjs", certificate.options()};
  SmtpMailer mailer{settings(server, StartTls::required)};
  ASSERT_TRUE(std::holds_alternative<Sent>(mailer.open()->send(sample_mail())));
  EXPECT_EQ(server.next_line()["secure"], true);
}

TEST_F(SmtpTls, OpportunisticStartTlsEncryptsWhenOffered) {
  NodeServer server{"server.mjs", certificate.options()};
  SmtpMailer mailer{settings(server, StartTls::opportunistic)};
  ASSERT_TRUE(std::holds_alternative<Sent>(mailer.open()->send(sample_mail())));
  EXPECT_EQ(server.next_line()["secure"], true);
}

TEST_F(SmtpTls, OpportunisticStartTlsSendsInTheClearWhenNotOffered) {
  NodeServer server{"server.mjs"};
  SmtpMailer mailer{settings(server, StartTls::opportunistic)};
  ASSERT_TRUE(std::holds_alternative<Sent>(mailer.open()->send(sample_mail())));
  EXPECT_EQ(server.next_line()["secure"], false);
}

TEST_F(SmtpTls, RequiredStartTlsSendsNothingInTheClear) {
  NodeServer server{"server.mjs"};
  SmtpMailer mailer{settings(server, StartTls::required)};
  auto const outcome = mailer.open()->send(sample_mail());
  ASSERT_TRUE(std::holds_alternative<TryLater>(outcome));
  EXPECT_THAT(std::get<TryLater>(outcome).reason, ::testing::HasSubstr("chiffrée"));
}

TEST_F(SmtpTls, APasswordIsNeverSentInTheClearOpportunistically) {
  NodeServer server{"server.mjs", {"--user", "jalon", "--password", "secret"}};
  auto with_password = settings(server, StartTls::opportunistic);
  with_password.user = "jalon";
  with_password.password = "secret";
  EXPECT_TRUE(std::holds_alternative<TryLater>(SmtpMailer{with_password}.open()->send(sample_mail())));
}

TEST_F(SmtpTls, AnUnknownCertificateIsNotTrusted) {
  NodeServer server{"server.mjs", certificate.options()};
  auto trusting_the_system_only = settings(server, StartTls::required);
  trusting_the_system_only.certificate_authorities.clear();
  auto const outcome = SmtpMailer{trusting_the_system_only}.open()->send(sample_mail());
  ASSERT_TRUE(std::holds_alternative<TryLater>(outcome));
  EXPECT_THAT(std::get<TryLater>(outcome).reason, ::testing::HasSubstr("certificat"));
}

TEST_F(SmtpTls, SmtpsEncryptsFromTheFirstByte) {
  auto options = certificate.options();
  options.push_back("--implicit-tls");
  NodeServer server{"server.mjs", options};
  SmtpMailer mailer{settings(server, StartTls::required, "smtps")};
  ASSERT_TRUE(std::holds_alternative<Sent>(mailer.open()->send(sample_mail())));
  EXPECT_EQ(server.next_line()["secure"], true);
}

}  // namespace
}  // namespace jalon::smtp
