// How many files an account reads in ten minutes, and who hears of it, as PostgreSQL counts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/postgres/readings.hpp"
#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

struct ReadingPaceInPostgres : testing::Test, PostgresHouse {
  postgres::PostgresReadings readings{pool};

  std::size_t read(std::string const& case_id, std::string const& login = "anne") {
    return readings.enter(house, case_id, login, {"medical_urgency"});
  }
  void wait(std::chrono::minutes time) { registers.set_manual_clock(registers.clock().now + time); }
};

}  // namespace

TEST_F(ReadingPaceInPostgres, AFileIsCountedOnceHoweverOftenItIsRead) {
  auto const one = open(), other = open();
  EXPECT_EQ(read(one.id), 1U);
  EXPECT_EQ(read(one.id), 1U);
  EXPECT_EQ(read(other.id), 2U);
  EXPECT_EQ(read(other.id, "bea"), 1U) << "each reader for herself";
}

TEST_F(ReadingPaceInPostgres, WhatWasReadTenMinutesAgoNoLongerCounts) {
  auto const one = open(), other = open();
  EXPECT_EQ(read(one.id), 1U);
  wait(std::chrono::minutes(9));
  EXPECT_EQ(read(other.id), 2U);
  wait(std::chrono::minutes(2));
  EXPECT_EQ(read(other.id), 1U);
}

TEST_F(ReadingPaceInPostgres, ThoseWhoAnswerForTheHouseAreToldOnceADayAndOfNoFile) {
  auto const one = open();
  add_member("anne", "trainer"), add_member("bea", "coordinator"), add_member("carl", "deputy_director");
  read(one.id);
  for (int twice = 0; twice < 2; ++twice)
    readings.alert_of_pace(house, "anne", 150, "https://jalon.example.org");
  EXPECT_EQ(ask_one("select string_agg(details ->> 'login', ' ' order by details ->> 'login') from message "
                    "where template = 'staff_reading_pace'"),
            "bea carl");
  EXPECT_EQ(ask_one("select role || ' ' || label from task where kind = 'reading_pace'"),
            "coordinator anne a lu 150 dossiers en dix minutes : à examiner");
  wait(std::chrono::hours(24));
  readings.alert_of_pace(house, "anne", 151, "https://jalon.example.org");
  EXPECT_EQ(ask_one("select count(*) from task where kind = 'reading_pace'"), "2");
}

TEST_F(ReadingPaceInPostgres, ACoordinatorsPaceIsLookedAtByTheDeputyDirector) {
  add_member("bea", "coordinator"), add_member("carl", "deputy_director");
  readings.alert_of_pace(house, "bea", 150, "");
  EXPECT_EQ(ask_one("select role from task where kind = 'reading_pace'"), "deputy_director");
  EXPECT_EQ(ask_one("select details ->> 'login' from message where template = 'staff_reading_pace'"), "carl");
}

}  // namespace jalon::kit
