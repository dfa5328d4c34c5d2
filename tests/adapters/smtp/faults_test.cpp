#include <gmock/gmock.h>

#include <ostream>

#include "adapters/smtp/smtp_mailer.hpp"
#include "tests/adapters/smtp/node_server.hpp"
#include "tests/adapters/smtp/sample_mail.hpp"

namespace jalon::smtp {
namespace {

enum class End { sent, try_later, refused, in_doubt };

End end_of(SendOutcome const& outcome) {
  if (std::holds_alternative<Sent>(outcome)) return End::sent;
  if (std::holds_alternative<TryLater>(outcome)) return End::try_later;
  if (std::holds_alternative<Refused>(outcome)) return End::refused;
  return End::in_doubt;
}

struct Fault {
  std::string phase;
  std::string fault;
  End expected;
};

void PrintTo(Fault const& fault, std::ostream* out) {
  *out << fault.phase << " " << fault.fault;
}

// Short where the server will hang, long where it answers: a busy machine must not change the end.
SmtpSettings settings_against(NodeServer const& server, std::string const& fault) {
  auto settings = settings_for(server.url());
  if (fault == "hang") {
    settings.timeouts = {std::chrono::milliseconds{1000}, std::chrono::seconds{1},
                         std::chrono::milliseconds{1500}};
  }
  return settings;
}

class SmtpFault : public ::testing::TestWithParam<Fault> {};

TEST_P(SmtpFault, EndsAsItMust) {
  NodeServer server{"faulty_server.mjs", {GetParam().phase, GetParam().fault}};
  SmtpMailer mailer{settings_against(server, GetParam().fault)};
  EXPECT_EQ(end_of(mailer.send(sample_mail())), GetParam().expected);
}

std::vector<Fault> const faults = {
    {"banner", "drop", End::try_later},
    {"banner", "hang", End::try_later},
    {"banner", "421 4.3.2 Come back later", End::try_later},
    {"banner", "554 5.3.2 No mail here", End::refused},
    {"ehlo", "drop", End::try_later},
    {"ehlo", "hang", End::try_later},
    {"ehlo", "421 4.3.2 Come back later", End::try_later},
    {"ehlo", "550 5.7.1 Who are you", End::refused},
    {"mail", "drop", End::try_later},
    {"mail", "hang", End::try_later},
    {"mail", "451 4.3.0 Greylisted", End::try_later},
    {"mail", "550 5.7.1 Not from here", End::refused},
    {"rcpt", "drop", End::try_later},
    {"rcpt", "hang", End::try_later},
    {"rcpt", "450 4.2.1 Mailbox busy", End::try_later},
    {"rcpt", "550 5.1.1 No such user", End::refused},
    {"data", "drop", End::try_later},
    {"data", "hang", End::try_later},
    {"data", "451 4.3.0 Not now", End::try_later},
    {"data", "554 5.5.1 No valid recipients", End::refused},
    {"body", "drop", End::in_doubt},
    {"body", "hang", End::in_doubt},
    {"body", "251 2.0.0 What a strange answer", End::in_doubt},
    {"body", "452 4.3.1 Disk full", End::try_later},
    {"body", "552 5.3.4 Too big", End::refused},
    {"quit", "drop", End::sent},
    {"quit", "hang", End::sent},
    {"quit", "421 4.3.2 Whatever", End::sent},
    {"quit", "500 5.5.1 Whatever", End::sent},
};

INSTANTIATE_TEST_SUITE_P(EveryPhase, SmtpFault, ::testing::ValuesIn(faults), [](auto const& given) {
  return given.param.phase + "_" + given.param.fault.substr(0, given.param.fault.find(' '));
});

// A mail larger than what sockets hold, so that its last byte cannot leave before the server reads.
Email large_mail() {
  auto mail = sample_mail();
  for (int i = 0; i < 400'000; ++i) mail.text += "Une ligne de texte, parmi beaucoup d’autres lignes.\n";
  return mail;
}

TEST(SmtpFaults, ALossInTheMiddleOfTheMessageLeavesNoDoubt) {
  NodeServer server{"faulty_server.mjs", {"early", "drop"}};
  EXPECT_EQ(end_of(SmtpMailer{settings_against(server, "drop")}.send(large_mail())), End::try_later);
}

TEST(SmtpFaults, AHaltInTheMiddleOfTheMessageLeavesNoDoubt) {
  NodeServer server{"faulty_server.mjs", {"early", "hang"}};
  EXPECT_EQ(end_of(SmtpMailer{settings_against(server, "hang")}.send(large_mail())), End::try_later);
}

TEST(SmtpFaults, TheReasonQuotesTheServerWithoutTheAddress) {
  NodeServer server{"faulty_server.mjs", {"rcpt", "550 5.1.1 <camille.roussel@example.org> unknown"}};
  auto const outcome = SmtpMailer{settings_for(server.url())}.send(sample_mail());
  ASSERT_EQ(end_of(outcome), End::refused);
  EXPECT_EQ(std::get<Refused>(outcome).reason,
            "Le serveur de messagerie a refusé l’envoi : « 550 5.1.1 (adresse) unknown »");
}

}  // namespace
}  // namespace jalon::smtp
