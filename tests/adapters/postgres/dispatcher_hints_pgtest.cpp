#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

struct Ear : pqxx::notification_receiver {
  using pqxx::notification_receiver::notification_receiver;
  int heard = 0;
  void operator()(std::string const& payload, int) override {
    EXPECT_EQ(payload, "") << "a hint says nothing of the work";
    ++heard;
  }
};

struct DispatcherHints : testing::Test, PostgresHouse {
  pqxx::connection listening{database.connection_string()};
  Ear outbox_ear{listening, "jalon_outbox"}, due_ear{listening, "jalon_due"};

  // All that was said before is heard before the answer to a question.
  void listen() {
    pqxx::nontransaction(listening).exec("select 1");
    listening.get_notifs();
  }
};

}  // namespace

TEST_F(DispatcherHints, TellOfMessagesAndOfDeadlinesThatAreDueAlready) {
  open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-17")); });
  listen();
  EXPECT_EQ(outbox_ear.heard, 0);
  EXPECT_EQ(due_ear.heard, 0) << "it has time";
  open([](Move& move) { move.effects.messages = {sample_message("reminder")}; });
  listen();
  EXPECT_EQ(outbox_ear.heard, 1);
  open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-01")); });
  listen();
  EXPECT_EQ(due_ear.heard, 1);
}

TEST_F(DispatcherHints, AreFewUnderLoad) {
  for (int i = 0; i < 50; ++i) open([](Move& move) { move.effects.messages = {sample_message("reminder")}; });
  listen();
  EXPECT_GE(outbox_ear.heard, 1);
  EXPECT_LT(outbox_ear.heard, 50);
}

}  // namespace jalon::kit
