// F23. What the dead had claimed is found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct OutboxInPostgres : testing::Test, PostgresHouse {
  postgres::Pool other_pool{database.connection_string(), 8, postgres::engine_pool_options()};

  Snapshot write(std::vector<MessageEffect> const& messages, std::optional<std::string> const& email = {}) {
    auto unopened = unopened_case();
    unopened.person.email = email;
    return open_as(unopened, [&](Move& move) { move.effects.messages = messages; });
  }
  std::vector<std::string> statuses() { return column(registers.messages(sight, {}, {}), "status"); }
  std::vector<std::string> kinds_of_tasks() { return column(registers.tasks(sight, {}, {}), "kind"); }
};

}  // namespace

TEST_F(OutboxInPostgres, HandsOutWhatALetterIsMadeOf) {
  registers.set_setting(house, "letter_head", {{"city", "Millau"}, {"phone", "05 65 00 00 14"}}, "anne");
  auto const opened = write({sample_message("reminder")});
  auto const claimed = outbox.claim(10, true);
  ASSERT_THAT(claimed, SizeIs(1));
  auto const& message = claimed[0];
  EXPECT_EQ(message.establishment, house);
  EXPECT_EQ(message.template_name, "reminder");
  EXPECT_FALSE(message.by_email);
  EXPECT_EQ(message.recipient_address, "");
  EXPECT_EQ(message.attempts, 0);
  EXPECT_EQ(message.data.at("establishment").at("name"), "ESPO");
  EXPECT_EQ(message.data.at("establishment").at("city"), "Millau");
  EXPECT_EQ(message.data.at("person").at("family_name"), "Lefèvre-Noël");
  EXPECT_EQ(message.data.at("recipient").at("name"), "Anaïs Lefèvre-Noël");
  EXPECT_EQ(message.data.at("recipient").at("address"), "3 rue de l’Église, 12400 Saint-Affrique");
  EXPECT_EQ(message.data.at("reference"), opened.reference);
  EXPECT_EQ(message.data.at("mdph"), "12");
  EXPECT_EQ(message.data.at("date"), "2 mars 2026");
  EXPECT_EQ(message.data.at("due"), "2026-04-07") << "of the details";
  EXPECT_EQ(message.data.at("to_mdph"), false);
}

TEST_F(OutboxInPostgres, DatesLettersByTheClockOfRecordAtTheTimeTheyAreMade) {
  write({sample_message("reminder")});
  registers.set_manual_clock(instant("2026-04-01T08:00:00Z"));
  EXPECT_EQ(outbox.claim(1, true).at(0).data.at("date"), "1er avril 2026");
}

TEST_F(OutboxInPostgres, KnowsWhereToWrite) {
  auto to_mdph = sample_message("mdph_registration_request", true), to_other = to_mdph;
  to_mdph.recipient = Recipient::mdph;
  write({sample_message("first_contact", true), to_mdph}, "anais@example.org");
  EXPECT_EQ(outbox.claim(2, true).at(1).recipient_address, "") << "no address is known yet";
  registers.set_setting(house, "mdph_addresses", {{"12", "mdph12@example.org"}}, "anne");
  to_mdph.id = new_uuid();
  write({sample_message("first_contact", true), to_mdph}, "anais@example.org");
  auto claimed = outbox.claim(2, true);
  EXPECT_EQ(claimed.at(0).recipient_address, "anais@example.org");
  EXPECT_EQ(claimed.at(1).recipient_address, "mdph12@example.org");
  EXPECT_EQ(claimed.at(1).data.at("recipient").at("name"), "MDPH (12)");
  EXPECT_EQ(claimed.at(1).data.at("to_mdph"), true);
  registers.set_setting(
      house, "mdph_addresses",
      {{"12", {{"name", "MDPH de l'Aveyron"}, {"email", "m@example.org"}, {"address", "Rodez"}}}}, "anne");
  to_mdph.id = new_uuid();
  write({to_mdph});
  claimed = outbox.claim(2, true);
  EXPECT_EQ(claimed.at(0).recipient_address, "m@example.org");
  EXPECT_EQ(claimed.at(0).data.at("recipient"), (Json{{"name", "MDPH de l'Aveyron"}, {"address", "Rodez"}}));
}

TEST_F(OutboxInPostgres, LeavesEmailsWaitingWithoutAMailServer) {
  write({sample_message("first_contact", true), sample_message("reminder")});
  EXPECT_THAT(outbox.claim(10, false), SizeIs(1));
  EXPECT_THAT(statuses(), ElementsAre("pending", "sending"));
  EXPECT_THAT(outbox.claim(10, true), SizeIs(1));
}

TEST_F(OutboxInPostgres, RecordsWhatBecameOfEachMessage) {
  write(
      {sample_message("a", true), sample_message("b"), sample_message("c", true), sample_message("d", true)});
  auto const claimed = outbox.claim(10, true);
  outbox.record_sent(claimed.at(0));
  outbox.record_prepared(claimed.at(1), {"", "<p>été</p>", "", "jalon-1"});
  outbox.record_refused(claimed.at(2), "adresse inconnue");
  outbox.record_in_doubt(claimed.at(3), "pas de réponse");
  EXPECT_THAT(statuses(), ElementsAre("sent", "prepared", "refused", "in_doubt"));
  EXPECT_THAT(kinds_of_tasks(),
              testing::UnorderedElementsAre("letter_to_post", "message_refused", "message_in_doubt"));
  EXPECT_EQ(ask_one("select html from message where html is not null"), "<p>été</p>");
  EXPECT_THAT(outbox.claim(10, true), IsEmpty()) << "nothing is sent twice";
  outbox.record_sent(claimed.at(3));
  EXPECT_THAT(statuses(), ElementsAre("sent", "prepared", "refused", "sent")) << "the answer came after all";
  EXPECT_THAT(kinds_of_tasks(), testing::UnorderedElementsAre("letter_to_post", "message_refused"));
}

TEST_F(OutboxInPostgres, TriesAgainLaterAndCountsTheAttempts) {
  write({sample_message("first_contact", true)});
  auto const first = outbox.claim(1, true).at(0);
  outbox.record_try_later(first, "le serveur est occupé", 3600, false);
  EXPECT_THAT(outbox.claim(1, true), IsEmpty()) << "its time has not come";
  ask("update message set not_before = clock_timestamp()");
  auto const second = outbox.claim(1, true).at(0);
  EXPECT_EQ(second.id, first.id);
  EXPECT_EQ(second.attempts, 1);
}

TEST_F(OutboxInPostgres, ACancelledMessageDoesNotLeave) {
  auto const opened = write({sample_message("a", true), sample_message("b"), sample_message("c", true)});
  auto const claimed = outbox.claim(2, true);
  outbox.record_prepared(claimed.at(1), {"", "<p></p>", "", "jalon-1"});
  record(sample_entry(opened, [](Move& move) { move.effects.messages_cancelled = true; }));
  EXPECT_THAT(statuses(), ElementsAre("sending", "cancelled", "cancelled"));
  outbox.record_try_later(claimed.at(0), "le serveur est occupé", 0, false);
  EXPECT_THAT(statuses(), ElementsAre("cancelled", "cancelled", "cancelled"));
  EXPECT_THAT(outbox.claim(10, true), IsEmpty());
}

TEST_F(OutboxInPostgres, TwoThatClaimAtOnceNeverGetTheSame) {
  std::vector<Entry> openings;
  for (int i = 0; i < 300; ++i)
    openings.push_back(sample_entry(unopened_case(), [](Move& move) {
      move.effects.messages = {sample_message("first_contact", true)};
    }));
  store.record(openings);
  std::vector<std::vector<std::string>> claimed(4);
  std::vector<std::thread> threads;
  for (auto& mine : claimed)
    threads.emplace_back([&] {
      postgres::PostgresOutbox own(other_pool, std::chrono::seconds(30));
      for (auto batch = own.claim(7, true); !batch.empty(); batch = own.claim(7, true))
        for (auto const& message : batch) {
          mine.push_back(message.id);
          own.record_sent(message);
        }
    });
  for (auto& thread : threads) thread.join();
  std::vector<std::string> all;
  for (auto const& mine : claimed) all.insert(all.end(), mine.begin(), mine.end());
  EXPECT_THAT(all, SizeIs(300));
  EXPECT_THAT(std::set<std::string>(all.begin(), all.end()), SizeIs(300));
}

TEST_F(OutboxInPostgres, RecoversWhatADeadProcessHadClaimed) {
  write({sample_message("a", true), sample_message("b")});
  {
    postgres::Pool dying_pool(database.connection_string(), 2, postgres::engine_pool_options());
    auto dying = std::make_unique<postgres::PostgresOutbox>(dying_pool);
    EXPECT_THAT(dying->claim(10, true), SizeIs(2));
    EXPECT_EQ(outbox.recover_abandoned(), 0U) << "its process lives";
    pqxx::connection administrator(database.administration_connection_string());
    pqxx::nontransaction(administrator)
        .exec("select pg_terminate_backend(pid, 30000) from pg_locks where locktype = 'advisory'");
    EXPECT_EQ(outbox.recover_abandoned(), 2U);
  }
  EXPECT_THAT(statuses(), ElementsAre("in_doubt", "pending"));
  EXPECT_THAT(kinds_of_tasks(), ElementsAre("message_in_doubt"));
  EXPECT_THAT(outbox.claim(10, true), SizeIs(1));
  EXPECT_EQ(outbox.recover_abandoned(), 0U) << "our own are not abandoned";
}

TEST_F(OutboxInPostgres, LetsGoOfAClaimWhoseEndCouldNotBeRecorded) {
  write({sample_message("a", true)});
  auto message = outbox.claim(1, true).at(0);
  message.id = "nobody";
  EXPECT_ANY_THROW(outbox.record_sent(message));
  EXPECT_EQ(outbox.recover_abandoned(), 1U);
  EXPECT_THAT(statuses(), ElementsAre("in_doubt"));
}

TEST_F(OutboxInPostgres, WhatItLetsGoIsFoundAbandonedAndTheNextClaimIsAnother) {
  write({sample_message("a", true), sample_message("b")});
  EXPECT_THAT(outbox.claim(1, true), SizeIs(1));
  outbox.let_go();
  EXPECT_THAT(outbox.claim(1, true), SizeIs(1));
  EXPECT_EQ(outbox.recover_abandoned(), 1U);
}

TEST_F(OutboxInPostgres, GoesOnAfterItsConnectionBroke) {
  write({sample_message("a")});
  EXPECT_THAT(outbox.claim(10, true), SizeIs(1));
  pqxx::connection administrator(database.administration_connection_string());
  pqxx::nontransaction(administrator)
      .exec("select pg_terminate_backend(pid, 30000) from pg_locks where locktype = 'advisory'");
  EXPECT_THROW(outbox.claim(10, true), Unavailable);
  EXPECT_THAT(outbox.claim(10, true), IsEmpty());
  EXPECT_EQ(outbox.recover_abandoned(), 1U);
  EXPECT_THAT(outbox.claim(10, true), SizeIs(1));
}

}  // namespace jalon::kit
