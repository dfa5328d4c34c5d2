// What is disclosed beyond roles: consents and exceptional accesses, as PostgreSQL keeps them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/postgres/disclosures.hpp"
#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

using testing::SizeIs;

struct DisclosuresInPostgres : testing::Test, PostgresHouse {
  postgres::PostgresDisclosures disclosures{pool};
  std::string const reason = "Malaise en atelier, le médecin est absent";

  Finished say(std::string const& case_id, Consent::Purpose purpose, bool given, char const* day) {
    return disclosures.record_consent(house, case_id, {purpose, given, false, date(day)}, "lea");
  }
};

}  // namespace

TEST_F(DisclosuresInPostgres, WhatWasSaidOfTheTeamSaysNothingOfTheMdph) {
  auto const one = open();
  EXPECT_EQ(say(one.id, Consent::Purpose::team, true, "2026-02-10"), Finished::yes);
  auto const said = disclosures.consents_of(house, one.id);
  EXPECT_EQ(said->at("team"), "given");
  EXPECT_TRUE(said->at("mdph").is_null());
  EXPECT_TRUE(disclosures.to("anne", house, one.id).team_agreed);
  EXPECT_EQ(say(one.id, Consent::Purpose::team, false, "2026-02-11"), Finished::yes);
  EXPECT_FALSE(disclosures.to("anne", house, one.id).team_agreed);
  EXPECT_EQ(say(one.id, Consent::Purpose::team, true, "2099-01-01"), Finished::not_this_way);
  EXPECT_EQ(say(new_uuid(), Consent::Purpose::team, true, "2026-02-10"), Finished::no_such);
}

TEST_F(DisclosuresInPostgres, ATeamIsTheReferentAndWhoWasAddedUntilTheyAreTakenOutAgain) {
  auto const one = open(), other = open();
  add_member("anne", "trainer"), add_member("bea", "coordinator"), add_member("carl", "referent");
  auto const is_of_it = [&](char const* login, auto const& file) {
    return disclosures.to(login, house, file.id).of_the_team;
  };
  EXPECT_FALSE(is_of_it("anne", one));
  for (int twice = 0; twice < 2; ++twice)
    EXPECT_EQ(disclosures.add_to_team(house, one.id, "anne", "bea"), Finished::yes);
  EXPECT_TRUE(is_of_it("anne", one));
  EXPECT_FALSE(is_of_it("anne", other)) << "nor of anybody else's";
  ask("update \"case\" set data = data || '{\"referent\": \"carl\"}' where id = '" + one.id + "'");
  EXPECT_TRUE(is_of_it("carl", one));
  EXPECT_EQ(disclosures.end_in_team(house, one.id, "anne", "bea"), Finished::yes);
  EXPECT_FALSE(is_of_it("anne", one));
  auto const team = disclosures.team_of(house, one.id);
  EXPECT_EQ(team->at("referent").at("login"), "carl");
  EXPECT_THAT(team->at("members"), SizeIs(0));
  EXPECT_THAT(team->at("entries"), SizeIs(2)) << "added once, ended once: both stay";
  EXPECT_EQ(team->at("entries").at(0).at("by"), "bea");
}

TEST_F(DisclosuresInPostgres, NobodyWhoIsNotThereIsAddedOrTakenOut) {
  auto const one = open();
  add_member("anne", "trainer");
  EXPECT_EQ(disclosures.add_to_team(house, one.id, "nobody", "bea"), Finished::not_this_way);
  EXPECT_EQ(disclosures.add_to_team(house, new_uuid(), "anne", "bea"), Finished::no_such);
  EXPECT_EQ(disclosures.end_in_team(house, one.id, "anne", "bea"), Finished::not_this_way);
  EXPECT_EQ(disclosures.end_in_team(house, "nothing", "anne", "bea"), Finished::no_such);
  EXPECT_FALSE(disclosures.team_of(house, new_uuid()));
}

TEST_F(DisclosuresInPostgres, AnExceptionalAccessEndsAfterAnHourAndIsKept) {
  auto const one = open();
  EXPECT_FALSE(disclosures.to("anne", house, one.id).exceptional);
  auto const first = disclosures.open_exceptional(house, one.id, "anne", reason, "");
  ASSERT_TRUE(first);
  EXPECT_TRUE(disclosures.to("anne", house, one.id).exceptional);
  EXPECT_FALSE(disclosures.to("bea", house, one.id).exceptional) << "it is nobody else's";
  EXPECT_EQ(disclosures.open_exceptional(house, one.id, "anne", "Encore une fois", ""), first);
  EXPECT_THAT(disclosures.exceptional_of(house, one.id, {}).items, SizeIs(1));
  registers.set_manual_clock(registers.clock().now + std::chrono::minutes(61));
  EXPECT_FALSE(disclosures.to("anne", house, one.id).exceptional);
  EXPECT_THAT(disclosures.exceptional_of(house, one.id, {}).items, SizeIs(1));
  EXPECT_FALSE(disclosures.open_exceptional(house, new_uuid(), "anne", reason, ""));
}

TEST_F(DisclosuresInPostgres, ThoseWhoAnswerForTheHouseAreToldOnceAndNotWhyNorWhom) {
  auto const one = open();
  add_member("anne", "trainer"), add_member("bea", "coordinator"), add_member("carl", "deputy_director");
  disclosures.open_exceptional(house, one.id, "anne", reason, "https://jalon.example.org");
  disclosures.open_exceptional(house, one.id, "anne", reason, "https://jalon.example.org");
  EXPECT_EQ(ask_one("select string_agg(details ->> 'login', ' ' order by details ->> 'login') from message "
                    "where template = 'staff_exceptional_access'"),
            "bea carl");
  EXPECT_EQ(ask_one("select count(*) from message where details::text like '%Malaise%'"), "0");
  EXPECT_EQ(ask_one("select role from task where kind = 'exceptional_access'"), "coordinator");
}

TEST_F(DisclosuresInPostgres, ACoordinatorsAccessIsLookedAtByTheDeputyDirector) {
  auto const one = open();
  add_member("bea", "coordinator");
  disclosures.open_exceptional(house, one.id, "bea", reason, "");
  EXPECT_EQ(ask_one("select role from task where kind = 'exceptional_access'"), "deputy_director");
}

TEST_F(DisclosuresInPostgres, NothingOfItIsEverChanged) {
  auto const one = open();
  say(one.id, Consent::Purpose::mdph, true, "2026-02-10");
  add_member("anne", "trainer");
  disclosures.open_exceptional(house, one.id, "anne", reason, "");
  disclosures.add_to_team(house, one.id, "anne", "bea");
  for (std::string const table : {"consent", "exceptional_access", "team_entry"})
    for (auto const& change : {"update " + table + " set establishment = establishment",
                               "delete from " + table, "truncate " + table})
      EXPECT_THROW(ask(change), pqxx::sql_error) << change;
}

}  // namespace jalon::kit
