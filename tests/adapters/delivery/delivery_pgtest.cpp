// The outbox and the mail server together: whatever the server does once, in whatever phase, every mail ends
// where it must, none is sent twice and none is lost.
#include <gmock/gmock.h>

#include <ostream>
#include <set>

#include "adapters/letters/press.hpp"
#include "adapters/smtp/smtp_mailer.hpp"
#include "engine/dispatcher/message_sending.hpp"
#include "tests/adapters/smtp/sample_mail.hpp"
#include "tests/adapters/smtp/test_server.hpp"
#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr int mails = 3, most_rounds = 6;

struct Fault {
  std::string phase, fault;
  std::string first_mail;  // its status in the end
  std::string task;        // what is then open, or nothing
};

void PrintTo(Fault const& fault, std::ostream* out) {
  *out << fault.phase << " " << fault.fault;
}

struct Delivery : PostgresHouse {
  letters::Press press;

  void write_mails(int count = mails) {
    auto unopened = unopened_case();
    unopened.person.email = "anais@example.org";
    open_as(unopened, [&](Move& move) {
      for (int i = 0; i < count; ++i)
        move.effects.messages.push_back(sample_message(i == 0   ? "first_contact"
                                                       : i == 1 ? "reminder"
                                                                : "entry_dates",
                                                       true));
    });
  }

  smtp::SmtpSettings settings(smtp::NodeServer const& server) const {
    auto settings = smtp::settings_for(server.url());
    settings.timeouts = smtp::patient(std::chrono::milliseconds{900});
    return settings;
  }

  std::string statuses() { return ask_one("select string_agg(status, ' ' order by number) from message"); }
  std::vector<std::string> open_tasks() { return column(registers.tasks(sight, {}, {}), "kind"); }
  std::set<std::string> identifiers(std::string const& condition) {
    std::set<std::string> ids;
    for (auto const& row : ask("select id from message where " + condition))
      ids.insert(std::string(row[0].c_str()) + "@espo.example.org");
    return ids;
  }

  // Rounds until nothing waits; between two of them, the pause is over.
  void send_until_rest(smtp::SmtpMailer& mailer) {
    MessageSending sending(outbox, press, &mailer, "espo.example.org");
    for (int round = 0; round < most_rounds; ++round) {
      sending.send_all();
      ask("update message set not_before = null where status = 'pending'");
    }
  }
};

struct DeliveryThroughAFault : Delivery, testing::TestWithParam<Fault> {};

TEST_P(DeliveryThroughAFault, SendsEachMailOnceOrShowsIt) {
  write_mails();
  smtp::NodeServer server{"faulty_server.mjs", {GetParam().phase, GetParam().fault, "--times", "1"}};
  smtp::SmtpMailer mailer{settings(server)};
  send_until_rest(mailer);
  EXPECT_EQ(statuses(), GetParam().first_mail + " sent sent");
  EXPECT_EQ(open_tasks(),
            GetParam().task.empty() ? std::vector<std::string>{} : std::vector{GetParam().task});
  auto const kept = server.everything("kept");
  EXPECT_EQ(std::set<std::string>(kept.begin(), kept.end()), identifiers("status in ('sent', 'in_doubt')"));
  EXPECT_EQ(kept.size(), identifiers("status in ('sent', 'in_doubt')").size()) << "none twice";
}

INSTANTIATE_TEST_SUITE_P(
    EveryPhase, DeliveryThroughAFault,
    testing::Values(Fault{"banner", "drop", "sent", ""}, Fault{"banner", "hang", "sent", ""},
                    Fault{"banner", "421 4.3.2 Later", "sent", ""},
                    Fault{"banner", "554 5.3.2 No mail here", "sent", ""}, Fault{"ehlo", "drop", "sent", ""},
                    Fault{"ehlo", "421 4.3.2 Later", "sent", ""}, Fault{"mail", "drop", "sent", ""},
                    Fault{"mail", "hang", "sent", ""}, Fault{"mail", "451 4.3.0 Later", "sent", ""},
                    Fault{"mail", "550 5.7.1 Not from here", "refused", "message_refused"},
                    Fault{"rcpt", "drop", "sent", ""}, Fault{"rcpt", "hang", "sent", ""},
                    Fault{"rcpt", "450 4.2.0 Greylisted", "sent", ""},
                    Fault{"rcpt", "550 5.1.1 No such user", "refused", "message_refused"},
                    Fault{"data", "drop", "sent", ""}, Fault{"data", "451 4.3.0 Later", "sent", ""},
                    Fault{"data", "554 5.5.1 No", "refused", "message_refused"},
                    Fault{"body", "drop", "in_doubt", "message_in_doubt"},
                    Fault{"body", "hang", "in_doubt", "message_in_doubt"},
                    Fault{"body", "452 4.3.1 Full", "sent", ""},
                    Fault{"body", "552 5.3.4 Too big", "refused", "message_refused"},
                    Fault{"quit", "drop", "sent", ""}, Fault{"quit", "hang", "sent", ""},
                    Fault{"quit", "421 4.3.2 Whatever", "sent", ""}));

struct DeliveryInRounds : Delivery, testing::Test {};

TEST_F(DeliveryInRounds, AServerThatIsOutIsAskedOnceARoundAndLettersDoNotWaitForIt) {
  write_mails();
  open([](Move& move) { move.effects.messages = {sample_message("reminder")}; });
  smtp::NodeServer server{"faulty_server.mjs", {"banner", "drop"}};
  smtp::SmtpMailer mailer{settings(server)};
  auto const round = MessageSending(outbox, press, &mailer, "espo.example.org").send_all();
  EXPECT_TRUE(round.server_is_out);
  EXPECT_EQ(round.handled, 2U);
  EXPECT_EQ(statuses(), "pending pending pending prepared");
  EXPECT_THAT(server.everything("connection"), SizeIs(1));
}

TEST_F(DeliveryInRounds, MailsOfARoundShareOneConnection) {
  write_mails();
  smtp::NodeServer server{"faulty_server.mjs", {"none", "none"}};
  smtp::SmtpMailer mailer{settings(server)};
  EXPECT_EQ(MessageSending(outbox, press, &mailer, "espo.example.org").send_all().handled, 3U);
  EXPECT_EQ(statuses(), "sent sent sent");
  EXPECT_THAT(server.everything("connection"), SizeIs(1));
}

TEST_F(DeliveryInRounds, ASettingThatIsWrongIsOneTaskUntilMailsLeaveAgain) {
  write_mails();
  smtp::NodeServer server{"faulty_server.mjs", {"banner", "554 5.3.2 No mail here", "--times", "2"}};
  smtp::SmtpMailer mailer{settings(server)};
  MessageSending sending(outbox, press, &mailer, "espo.example.org");
  for (int round : {1, 2}) {
    sending.send_all();
    EXPECT_THAT(open_tasks(), ElementsAre("mails_delayed")) << "round " << round;
  }
  sending.send_all();
  EXPECT_THAT(open_tasks(), IsEmpty());
  EXPECT_EQ(ask_one("select done_by from task where kind = 'mails_delayed'"), "engine");
}

TEST_F(DeliveryInRounds, PausesGrowAndAfterFiveDaysAPersonDecides) {
  EXPECT_EQ(retry_pause_s(0), 60);
  EXPECT_EQ(retry_pause_s(1), 300);
  EXPECT_EQ(retry_pause_s(2), 900);
  EXPECT_EQ(retry_pause_s(100), 3600);
  write_mails(1);
  smtp::NodeServer server{"faulty_server.mjs", {"rcpt", "450 4.2.0 Greylisted"}};
  smtp::SmtpMailer mailer{settings(server)};
  MessageSending sending(outbox, press, &mailer, "espo.example.org");
  auto const after = [&](int attempts) {
    ask("update message set not_before = null, attempts = " + std::to_string(attempts));
    sending.send_all();
    return statuses();
  };
  EXPECT_EQ(after(6), "pending");
  EXPECT_THAT(open_tasks(), IsEmpty());
  EXPECT_EQ(after(7), "pending");
  EXPECT_THAT(open_tasks(), ElementsAre("mails_delayed")) << "some four hours";
  EXPECT_EQ(
      ask_one("select extract(epoch from not_before - clock_timestamp()) between 3500 and 3600 from message"),
      "t");
  EXPECT_EQ(after(123), "pending");
  EXPECT_EQ(after(124), "refused");
  EXPECT_THAT(open_tasks(), testing::UnorderedElementsAre("mails_delayed", "message_refused"));
}

}  // namespace
}  // namespace jalon::kit
