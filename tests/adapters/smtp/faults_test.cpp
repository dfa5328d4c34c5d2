// F11. Every fault of a mail server, at each phase of the conversation.
#include <gmock/gmock.h>

#include <future>
#include <ostream>

#include "adapters/smtp/smtp_mailer.hpp"
#include "tests/adapters/smtp/certificate.hpp"
#include "tests/adapters/smtp/sample_mail.hpp"
#include "tests/adapters/smtp/test_server.hpp"

namespace jalon::smtp {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// `mail`, `server` and `settings` are retried, `refused` is a task, `in_doubt` a task of another kind.
enum class End { sent, mail, server, settings, refused, in_doubt };

End end_of(SendOutcome const& outcome) {
  if (std::holds_alternative<Sent>(outcome)) return End::sent;
  if (std::holds_alternative<Refused>(outcome)) return End::refused;
  if (std::holds_alternative<InDoubt>(outcome)) return End::in_doubt;
  switch (std::get<TryLater>(outcome).trouble) {
    case Trouble::mail:
      return End::mail;
    case Trouble::server:
      return End::server;
    case Trouble::settings:
      return End::settings;
  }
  return End::sent;
}

struct Fault {
  std::string phase;
  std::string fault;
  End expected;
};

void PrintTo(Fault const& fault, std::ostream* out) {
  *out << fault.phase << " " << fault.fault;
}

std::vector<Fault> const faults = {
    {"banner", "drop", End::server},
    {"banner", "hang", End::server},
    {"banner", "421 4.3.2 Come back later", End::server},
    {"banner", "554 5.3.2 No mail here", End::settings},
    {"ehlo", "drop", End::server},
    {"ehlo", "hang", End::server},
    {"ehlo", "421 4.3.2 Come back later", End::server},
    {"ehlo", "550 5.7.1 Who are you", End::settings},
    {"starttls", "drop", End::server},
    {"starttls", "hang", End::server},
    {"starttls", "454 4.7.0 TLS not available just now", End::server},
    {"starttls", "501 5.5.4 Syntax", End::settings},
    {"handshake", "drop", End::server},
    {"handshake", "hang", End::server},
    {"auth", "drop", End::server},
    {"auth", "hang", End::server},
    {"auth", "454 4.7.0 Temporary authentication failure", End::server},
    {"auth", "535 5.7.8 Credentials invalid", End::settings},
    {"mail", "drop", End::server},
    {"mail", "hang", End::server},
    {"mail", "421 4.3.2 Closing", End::server},
    {"mail", "451 4.3.0 Not now", End::mail},
    {"mail", "530 5.7.0 Log in first", End::settings},
    {"mail", "550 5.7.1 Not from here", End::refused},
    {"rcpt", "drop", End::server},
    {"rcpt", "hang", End::server},
    {"rcpt", "450 4.2.0 Greylisted", End::mail},
    {"rcpt", "550 5.1.1 No such user", End::refused},
    {"data", "drop", End::server},
    {"data", "hang", End::server},
    {"data", "451 4.3.0 Not now", End::mail},
    {"data", "554 5.5.1 No valid recipients", End::refused},
    {"body", "drop", End::in_doubt},
    {"body", "hang", End::in_doubt},
    {"body", "251 2.0.0 What a strange answer", End::in_doubt},
    {"body", "452 4.3.1 Disk full", End::mail},
    {"body", "552 5.3.4 Too big", End::refused},
    {"quit", "drop", End::sent},
    {"quit", "hang", End::sent},
    {"quit", "421 4.3.2 Whatever", End::sent},
    {"quit", "500 5.5.1 Whatever", End::sent},
};

class SmtpFault : public ::testing::TestWithParam<Fault> {
 protected:
  bool is_at(std::initializer_list<char const*> phases) const {
    return std::find(phases.begin(), phases.end(), GetParam().phase) != phases.end();
  }
  std::vector<std::string> arguments() const {
    std::vector<std::string> words{GetParam().phase, GetParam().fault};
    if (is_at({"auth"})) words.push_back("--auth");
    if (!is_at({"starttls", "handshake"})) return words;
    for (auto const& option : certificate.options()) words.push_back(option);
    return words;
  }
  // Short where the server will hang, long where it answers: a busy machine must not change the end.
  SmtpSettings settings(NodeServer const& server) const {
    auto settings = settings_for(server.url());
    settings.certificate_authorities = certificate.file();
    if (is_at({"starttls", "handshake"})) settings.starttls = StartTls::required;
    if (is_at({"auth"})) settings.user = "jalon", settings.password = "châtaigne";
    if (GetParam().fault == "hang") settings.timeouts = patient(std::chrono::milliseconds{600});
    return settings;
  }
  Certificate certificate;
};

TEST_P(SmtpFault, EndsAsItMust) {
  NodeServer server{"faulty_server.mjs", arguments()};
  SmtpMailer mailer{settings(server)};
  auto const end = end_of(mailer.open()->send(sample_mail()));
  EXPECT_EQ(end, GetParam().expected);
  bool const has_it = end == End::sent || end == End::in_doubt;
  EXPECT_THAT(server.everything("kept"), SizeIs(has_it ? 1 : 0)) << "neither lost nor sent twice";
}

INSTANTIATE_TEST_SUITE_P(EveryPhase, SmtpFault, ::testing::ValuesIn(faults), [](auto const& given) {
  return given.param.phase + "_" + given.param.fault.substr(0, given.param.fault.find(' '));
});

Email numbered_mail(int number) {
  auto mail = sample_mail();
  mail.message_id = "message-" + std::to_string(number) + "@jalon.example.org";
  return mail;
}

// A mail larger than what sockets hold, so that its last byte cannot leave before the server reads.
Email large_mail() {
  auto mail = sample_mail();
  for (int i = 0; i < 400'000; ++i) mail.text += "Une ligne de texte, parmi beaucoup d’autres lignes.\n";
  return mail;
}

TEST(SmtpFaults, ALossInTheMiddleOfTheMessageLeavesNoDoubt) {
  NodeServer server{"faulty_server.mjs", {"early", "drop"}};
  EXPECT_EQ(end_of(SmtpMailer{settings_for(server.url())}.open()->send(large_mail())), End::server);
}

TEST(SmtpFaults, AHaltInTheMiddleOfTheMessageLeavesNoDoubt) {
  NodeServer server{"faulty_server.mjs", {"early", "hang"}};
  auto settings = settings_for(server.url());
  settings.timeouts.block = std::chrono::milliseconds{300};
  EXPECT_EQ(end_of(SmtpMailer{settings}.open()->send(large_mail())), End::server);
  server.tell("read on");
  while (!server.next_line().contains("closed")) {
  }
  EXPECT_THAT(server.everything("kept"), IsEmpty()) << "half a message has no end mark";
}

TEST(SmtpFaults, TheReasonQuotesTheServerWithoutTheAddress) {
  NodeServer server{"faulty_server.mjs", {"rcpt", "550 5.1.1 <camille.roussel@example.org> unknown"}};
  auto const outcome = SmtpMailer{settings_for(server.url())}.open()->send(sample_mail());
  ASSERT_EQ(end_of(outcome), End::refused);
  EXPECT_EQ(std::get<Refused>(outcome).reason,
            "Le serveur de messagerie a refusé l’envoi : « 550 5.1.1 (adresse) unknown »");
}

std::vector<End> send_three(NodeServer& server) {
  SmtpMailer mailer{settings_for(server.url())};
  auto const session = mailer.open();
  std::vector<End> ends;
  for (int number : {1, 2, 3}) ends.push_back(end_of(session->send(numbered_mail(number))));
  return ends;
}

TEST(SmtpConnection, IsOneForTheMailsOfASession) {
  NodeServer server{"faulty_server.mjs", {"none", "none"}};
  EXPECT_THAT(send_three(server), ElementsAre(End::sent, End::sent, End::sent));
  EXPECT_THAT(server.everything("connection"), SizeIs(1));
}

TEST(SmtpConnection, ThatTheServerClosedBetweenTwoMailsIsOpenedAnew) {
  for (auto const* fault : {"drop", "421 4.4.2 Idle too long"}) {
    NodeServer server{"faulty_server.mjs", {"next", fault}};
    EXPECT_THAT(send_three(server), ElementsAre(End::sent, End::sent, End::sent)) << fault;
    EXPECT_THAT(server.everything("kept"),
                ElementsAre("message-1@jalon.example.org", "message-2@jalon.example.org",
                            "message-3@jalon.example.org"));
  }
}

TEST(SmtpConnection, ThatBreaksAfterAWholeMessageIsNotTakenForAnIdleOne) {
  NodeServer server{"faulty_server.mjs", {"second_body", "drop"}};
  EXPECT_THAT(send_three(server), ElementsAre(End::sent, End::in_doubt, End::sent));
  EXPECT_THAT(server.everything("kept"), SizeIs(3)) << "the one in doubt went out once";
}

TEST(SmtpConnection, OutlivesARefusedMailOrIsOpenedAnew) {
  NodeServer server{"faulty_server.mjs", {"rcpt", "550 5.1.1 No such user", "--times", "1"}};
  EXPECT_THAT(send_three(server), ElementsAre(End::refused, End::sent, End::sent));
  EXPECT_THAT(server.everything("kept"), SizeIs(2));
}

TEST(SmtpHangUp, BreaksOffWhereTheServerHangs) {
  NodeServer server{"faulty_server.mjs", {"rcpt", "hang"}};
  auto settings = settings_for(server.url());
  settings.timeouts = patient(std::chrono::minutes{5});
  settings.timeouts.farewell = std::chrono::seconds{1};
  SmtpMailer mailer{settings};
  auto const sending = std::async(std::launch::async, [&] { return mailer.open()->send(sample_mail()); });
  while (server.next_line() != nlohmann::json{{"heard", "rcpt"}}) {
  }
  mailer.hang_up();
  EXPECT_EQ(sending.wait_for(std::chrono::seconds{30}), std::future_status::ready);
}

TEST(SmtpHangUp, LetsNoNewConversationBegin) {
  NodeServer server{"faulty_server.mjs", {"none", "none"}};
  SmtpMailer mailer{settings_for(server.url())};
  mailer.hang_up();
  EXPECT_EQ(end_of(mailer.open()->send(sample_mail())), End::server);
  EXPECT_THAT(server.everything("connection"), IsEmpty());
}

}  // namespace
}  // namespace jalon::smtp
