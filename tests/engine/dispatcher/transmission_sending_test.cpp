#include "engine/dispatcher/transmission_sending.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

namespace jalon {
namespace {

using testing::ElementsAre;

struct NotedOutbox : TransmissionOutbox {
  std::deque<Report> waiting;
  std::vector<std::string> noted;

  std::optional<Report> claim() override {
    if (waiting.empty()) return std::nullopt;
    auto next = waiting.front();
    waiting.pop_front();
    return next;
  }
  void note(Report const& report, std::string const& what) { noted.push_back(report.id + " " + what); }
  void record_accepted(Report const& report, std::string const& proof) override {
    note(report, "accepted " + proof);
  }
  void record_try_later(Report const& report, std::string const& reason, int pause_s) override {
    note(report, "later " + reason + " " + std::to_string(pause_s));
  }
  void record_refused(Report const& report, std::string const& reason) override {
    note(report, "refused " + reason);
  }
  void record_in_doubt(Report const& report, std::string const& reason) override {
    note(report, "in doubt " + reason);
  }
  std::size_t recover_abandoned() override { return 0; }
  void let_go() noexcept override { noted.push_back("let go"); }
};

struct TellingWriter : ReportWriter {
  std::variant<Json, Unwritable> write(Report const& report) const override {
    if (report.code.empty()) return Unwritable{{"code_known", "Il manque le code."}};
    return Json{{"code", report.code}};
  }
};

struct GivenTransmitter : Transmitter {
  std::deque<TransmitOutcome> outcomes;
  std::vector<Json> sent;

  TransmitOutcome send(Report const&, Json const& document) override {
    sent.push_back(document);
    if (outcomes.empty()) throw std::bad_alloc();
    auto outcome = outcomes.front();
    outcomes.pop_front();
    return outcome;
  }
  void hang_up() override {}
};

struct Sending : testing::Test {
  NotedOutbox outbox;
  TellingWriter writer;
  GivenTransmitter transmitter;
  TransmissionSending sending{outbox, writer, transmitter};

  void wait(std::string const& id, std::string const& code, int attempts = 0) {
    Report report;
    report.id = id, report.code = code, report.attempts = attempts;
    outbox.waiting.push_back(report);
  }
};

}  // namespace

TEST_F(Sending, EveryEndIsRecordedAsWhatItIs) {
  transmitter.outcomes = {Accepted{"Task/1"}, Refused{"non"}, InDoubt{"perdu"}};
  for (auto const* id : {"a", "b", "c"}) wait(id, "41");
  EXPECT_EQ(sending.send_all().handled, 3U);
  EXPECT_THAT(outbox.noted, ElementsAre("a accepted Task/1", "b refused non", "c in doubt perdu"));
}

TEST_F(Sending, WhatIsMissingWaitsWithoutBeingSentAndHoldsUpNothing) {
  transmitter.outcomes = {Accepted{"Task/1"}};
  wait("a", "", 1), wait("b", "42");
  EXPECT_FALSE(sending.send_all().server_is_out);
  EXPECT_THAT(outbox.noted, ElementsAre("a later Il manque le code. 300", "b accepted Task/1"));
  EXPECT_THAT(transmitter.sent, ElementsAre(Json{{"code", "42"}}));
}

TEST_F(Sending, WhatFailsOnTheWayIsLetGo) {
  wait("a", "41");
  EXPECT_THROW(sending.send_all(), std::bad_alloc);
  EXPECT_THAT(outbox.noted, ElementsAre("let go"));
}

TEST_F(Sending, ASystemThatIsOutEndsTheRound) {
  transmitter.outcomes = {TryLater{"occupé", Trouble::server}};
  wait("a", "41"), wait("b", "41");
  EXPECT_TRUE(sending.send_all().server_is_out);
  EXPECT_THAT(outbox.noted, ElementsAre("a later occupé 60"));
  EXPECT_EQ(outbox.waiting.size(), 1U) << "the second is not even claimed";
}

}  // namespace jalon
