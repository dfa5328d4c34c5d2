#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "adapters/postgres/absences.hpp"
#include "adapters/postgres/reminder_register.hpp"
#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct RemindersInPostgres : testing::Test, PostgresHouse {
  postgres::PostgresReminders reminders{engine_pool, std::chrono::seconds(30)};
  postgres::PostgresAbsences absences{pool, std::chrono::seconds(30)};

  RemindersInPostgres() {
    hire("anne", {"admin_assistant"}, "anne@example.org");
    hire("bea", {"coordinator"}, {});
    hire("denis", {"referent"}, "denis@example.org");
  }
  void hire(std::string const& login, std::vector<std::string> const& roles,
            std::optional<std::string> const& email) {
    registers.add_account({house, login, login, email, {}, roles, "hash"});
  }
  static Json digest_of(std::string const& login) { return {{"login", login}, {"day", "2026-03-02"}}; }
  AbsenceAdded away(std::string const& login, std::string_view from, std::string_view until,
                    std::optional<std::string> substitute = {}, std::string const& id = new_uuid()) {
    return absences.add(house, id, {login, date(from), date(until), "leave", std::move(substitute)}, "bea");
  }
};

TEST_F(RemindersInPostgres, AMorningIsWrittenOnceHoweverManyCallAtOnce) {
  std::atomic<int> opened{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      opened += reminders.open_morning(house, date("2026-03-02"), {digest_of("anne"), digest_of("denis")});
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(opened, 1);
  EXPECT_EQ(ask_one("select count(*) from message where template = 'staff_digest'"), "2");
  EXPECT_FALSE(reminders.open_morning(house, date("2026-03-02"), Json::array({digest_of("bea")})))
      << "done is done";
  EXPECT_EQ(reminders.morning_state(house).last_opened, date("2026-03-02"));
  EXPECT_TRUE(reminders.open_morning(house, date("2026-03-03"), Json::array()))
      << "nothing to say is a morning too";
}

TEST_F(RemindersInPostgres, ADigestSaysWhatItSaidThatMorningHoweverLateItLeaves) {
  reminders.open_morning(house, date("2026-03-02"), Json::array({digest_of("anne")}));
  registers.set_manual_clock(instant("2026-03-05T09:00:00Z"));
  auto const message = outbox.claim(1, true).at(0);
  EXPECT_EQ(message.recipient_address, "anne@example.org");
  EXPECT_EQ(message.data.at("date"), "2 mars 2026");
}

TEST_F(RemindersInPostgres, ReadsTheCasesThatHaveSomethingDueUntilThen) {
  auto const soon = open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-08")); });
  open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-09")); });
  away("anne", "2026-03-01", "2026-03-02");
  away("denis", "2026-03-01", "2026-03-03", "bea");
  auto const facts = reminders.facts(house, date("2026-03-03"), date("2026-03-08"));
  ASSERT_THAT(facts.cases, SizeIs(1));
  EXPECT_EQ(facts.cases[0].id, soon.id);
  EXPECT_THAT(facts.staff, SizeIs(3));
  ASSERT_THAT(facts.absences, SizeIs(1));
  EXPECT_EQ(facts.absences[0].substitute, "bea");
}

TEST_F(RemindersInPostgres, AbsencesDoNotOverlapAndAreEndedButStay) {
  auto const first = new_uuid();
  EXPECT_EQ(away("anne", "2026-03-02", "2026-03-06", {}, first), AbsenceAdded::yes);
  EXPECT_EQ(away("anne", "2026-03-06", "2026-03-09"), AbsenceAdded::overlapping);
  EXPECT_EQ(away("anne", "2026-03-07", "2026-03-09"), AbsenceAdded::yes);
  EXPECT_TRUE(absences.end(house, first, "bea"));
  EXPECT_FALSE(absences.end(house, first, "bea"));
  EXPECT_THAT(absences.list(house, "anne", {}).items, SizeIs(2));
  EXPECT_THAT(reminders.facts(house, date("2026-03-02"), date("2026-03-08")).absences, SizeIs(1));
  EXPECT_EQ(away("anne", "2026-03-02", "2026-03-06"), AbsenceAdded::yes) << "the days are free again";
}

TEST_F(RemindersInPostgres, ASubstituteHasARoleOfTheColleagueOrCoordinates) {
  EXPECT_EQ(away("anne", "2026-03-02", "2026-03-06", "denis"), AbsenceAdded::substitute_without_role);
  EXPECT_EQ(away("anne", "2026-03-02", "2026-03-06", "anne"), AbsenceAdded::no_such_substitute);
  EXPECT_EQ(away("anne", "2026-03-02", "2026-03-06", "gone"), AbsenceAdded::no_such_substitute);
  EXPECT_EQ(away("gone", "2026-03-02", "2026-03-06"), AbsenceAdded::no_such_account);
  EXPECT_THAT(absences.list(house, {}, {}).items, IsEmpty());
  EXPECT_EQ(away("anne", "2026-03-02", "2026-03-06", "bea"), AbsenceAdded::yes);
}

TEST_F(RemindersInPostgres, AnUrgentMailIsWrittenOnceForEachMessageAndPerson) {
  auto unopened = unopened_case();
  unopened.person.email = "anais@example.org";
  open_as(unopened, [](Move& move) { move.effects.messages = {sample_message("convocation", true)}; });
  outbox.record_refused(outbox.claim(1, true).at(0), "adresse inconnue");
  auto const troubled = reminders.troubled_messages(house);
  ASSERT_THAT(troubled, SizeIs(1));
  EXPECT_EQ(troubled[0].trouble, "refused");
  Json const about{{{"login", "anne"}, {"about", troubled[0].id}}};
  reminders.add_urgent(house, about);
  reminders.add_urgent(house, about);
  EXPECT_EQ(ask_one("select count(*) from message where template = 'staff_urgent'"), "1");
  EXPECT_THAT(reminders.troubled_messages(house)[0].told, ElementsAre("anne"));
  ask("update task set done_at = jalon_now(), done_by = 'anne'");
  EXPECT_THAT(reminders.troubled_messages(house), IsEmpty()) << "somebody has dealt with it";
}

}  // namespace
}  // namespace jalon::kit
