#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/postgres/consultations.hpp"
#include "adapters/postgres/transmission_outbox.hpp"
#include "adapters/postgres/transmission_register.hpp"
#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

struct Reports : testing::Test, PostgresHouse {
  postgres::PostgresTransmissionOutbox reports{engine_pool, std::chrono::seconds(30)};
  postgres::PostgresTransmissionRegister single{pool, std::chrono::seconds(30)};
  postgres::PostgresConsultations consultations{engine_pool, std::chrono::seconds(30)};

  Snapshot open_with(std::vector<TransmissionEffect> const& wanted) {
    return open([&](Move& move) {
      move.effects.transmissions = wanted;
      for (auto const& each : wanted) open_task(move, sample_task("transmission", "transmission:" + each.id));
    });
  }
  Json shown(std::string const& id) { return registers.transmission(house, id).value(); }
};

}  // namespace

TEST_F(Reports, OfOneCaseTheyLeaveInTheirOrder) {
  auto const first = sample_transmission("41"), second = sample_transmission("42");
  auto const other = sample_transmission("47");
  open_with({first, second});
  open_with({other});
  auto const claimed = reports.claim().value();
  EXPECT_EQ(claimed.id, first.id);
  EXPECT_EQ(claimed.code, "41");
  EXPECT_EQ(claimed.occurred_on, date("2026-03-02"));
  EXPECT_EQ(claimed.attempts, 0);
  EXPECT_EQ(reports.claim().value().id, other.id) << "another case is not held up";
  EXPECT_FALSE(reports.claim()) << "the second waits for the first";
  reports.record_refused(claimed, "non");
  EXPECT_FALSE(reports.claim()) << "and while a person has not settled it";
  reports.record_accepted(claimed, "Task/1");
  EXPECT_EQ(reports.claim().value().id, second.id);
}

TEST_F(Reports, AnAcceptedOneIsConfirmedAndItsTaskDone) {
  auto const wanted = sample_transmission("41");
  open_with({wanted});
  reports.record_accepted(reports.claim().value(), "Task/7");
  auto const found = shown(wanted.id);
  EXPECT_EQ(found.at("status"), "confirmed");
  EXPECT_EQ(found.at("confirmed_on"), "2026-03-02");
  EXPECT_EQ(found.at("confirmed_by"), "via_trajectoire");
  EXPECT_EQ(found.at("proof"), "Task/7");
  EXPECT_TRUE(found.at("delivery").is_null());
  EXPECT_TRUE(registers.tasks(sight, {}, {}).items.empty());
}

TEST_F(Reports, WhileOneIsBeingSentNobodyElseConfirmsIt) {
  auto const wanted = sample_transmission("41");
  open_with({wanted});
  auto const claimed = reports.claim().value();
  EXPECT_EQ(registers.confirm_transmission(house, wanted.id, date("2026-03-02"), {}, "anne"),
            Finished::not_this_way);
  reports.record_in_doubt(claimed, "perdu");
  EXPECT_EQ(registers.confirm_transmission(house, wanted.id, date("2026-03-02"), {}, "anne"), Finished::yes);
  reports.record_accepted(claimed, "Task/8");
  EXPECT_EQ(shown(wanted.id).at("confirmed_by"), "anne") << "what a person said stays";
}

TEST_F(Reports, OneThatIsTriedLaterWaitsItsTimeAndOneInDoubtForAPerson) {
  auto const wanted = sample_transmission("41");
  open_with({wanted});
  reports.record_try_later(reports.claim().value(), "occupé", 3600);
  EXPECT_FALSE(reports.claim());
  EXPECT_EQ(single.send_again(house, wanted.id), Finished::yes);
  auto const again = reports.claim().value();
  EXPECT_EQ(again.attempts, 1);
  EXPECT_EQ(single.send_again(house, wanted.id), Finished::not_this_way) << "it is on its way";
  reports.record_in_doubt(again, "perdu");
  EXPECT_FALSE(reports.claim());
  EXPECT_EQ(shown(wanted.id).at("problem"), "perdu");
  EXPECT_EQ(single.send_again(house, new_uuid()), Finished::no_such);
}

TEST_F(Reports, WhatADeadProcessHadClaimedIsInDoubt) {
  auto const wanted = sample_transmission("41");
  open_with({wanted});
  auto dying = std::make_unique<postgres::PostgresTransmissionOutbox>(engine_pool, std::chrono::seconds(30));
  ASSERT_TRUE(dying->claim());
  EXPECT_EQ(reports.recover_abandoned(), 0U) << "it lives";
  dying.reset();
  EXPECT_EQ(reports.recover_abandoned(), 1U);
  EXPECT_EQ(shown(wanted.id).at("delivery"), "in_doubt");
  EXPECT_FALSE(reports.claim());
}

TEST_F(Reports, AQueuedOneStays) {
  open_with({sample_transmission("42", true)});
  EXPECT_FALSE(reports.claim());
}

TEST_F(Reports, AReportIsReadByThoseWhoMaySeeItsCase) {
  auto const wanted = sample_transmission("41");
  open_with({wanted});
  registers.set_setting(house, "via_trajectoire", {{"finess", "120001234"}}, "anne");
  auto const report = single.report(sight, wanted.id).value();
  EXPECT_EQ(report.structure.finess, "120001234");
  EXPECT_FALSE(report.structure.name.empty());
  EXPECT_FALSE(single.report({house, "48"}, wanted.id));
  EXPECT_FALSE(single.report(sight, "x"));
}

TEST_F(Reports, TheWeeklyTaskOpensOncePerWeekWithItsNumbers) {
  open_with({sample_transmission("41")});
  EXPECT_TRUE(consultations.open(house, date("2026-03-02"), date("2026-03-02")));
  EXPECT_FALSE(consultations.open(house, date("2026-03-02"), date("2026-03-02")));
  auto const items = registers.tasks(sight, {{"admin_assistant"}}, {}).items;
  auto const task = items.at(0).at("kind") == "weekly_consultation" ? items.at(0) : items.at(1);
  EXPECT_EQ(task.at("label"),
            "Consulter ViaTrajectoire, semaine du 02/03/2026 (notifications papier à retrouver : 0 ; "
            "transmissions à "
            "faire : 1)");
  ASSERT_EQ(registers.finish_task(house, task.at("id"), "anne"), Finished::yes);
  EXPECT_FALSE(consultations.open(house, date("2026-03-02"), date("2026-03-02"))) << "done is done";
  EXPECT_TRUE(consultations.open(house, date("2026-03-09"), date("2026-03-09")));
  EXPECT_EQ(registers.tasks({house, "12"}, {}, {}).items.size(), 1U) << "it is no partner's";
  EXPECT_THROW(ask("insert into task (establishment, id, kind, label, role, source, opened_at) "
                   "select establishment, gen_random_uuid(), kind, label, role, source, opened_at from task "
                   "where source = 'week:2026-03-09'"),
               pqxx::unique_violation)
      << "of two processes at once, one finds it there";
}

}  // namespace jalon::kit
