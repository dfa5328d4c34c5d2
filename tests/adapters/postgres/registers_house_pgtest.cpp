#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

using testing::ElementsAre;

struct RegistersHouse : testing::Test, PostgresHouse {
  void add_account(std::string const& login) {
    registers.add_account(
        {house, login, "Anne B.", "anne@example.org", "12", {"coordinator", "mdph_partner"}, "hash"});
  }
};

}  // namespace

TEST_F(RegistersHouse, AnEmptyDatabaseServesOneEstablishment) {
  EXPECT_THAT(registers.establishments(), ElementsAre("espo"));
  EstablishmentScope const of_the_new_one("alpes");
  registers.add_establishment("alpes", "ESPO des Alpes");
  EXPECT_THAT(registers.establishments(), ElementsAre("alpes", "espo"));
  EXPECT_THROW(registers.add_establishment("alpes", "Encore"), AlreadyThere);
}

TEST_F(RegistersHouse, ATokenNamesItsCallerUntilTheAccountIsDisabled) {
  add_account("anne");
  EXPECT_THROW(add_account("anne"), AlreadyThere);
  EXPECT_TRUE(registers.add_token(house, "anne", "hash-of-token", 30));
  auto const caller = registers.caller_of_token("hash-of-token").value();
  EXPECT_EQ(caller.establishment, "espo");
  EXPECT_EQ(caller.login, "anne");
  EXPECT_EQ(caller.name, "Anne B.");
  EXPECT_EQ(caller.mdph, "12");
  EXPECT_THAT(caller.roles, ElementsAre("coordinator", "mdph_partner"));
  EXPECT_FALSE(registers.caller_of_token("another hash"));

  EXPECT_EQ(registers.disable_account(house, "anne"), Disabled::now);
  EXPECT_FALSE(registers.caller_of_token("hash-of-token"));
  EXPECT_FALSE(registers.add_token(house, "anne", "another", 30));
  EXPECT_EQ(registers.disable_account(house, "anne"), Disabled::already);
  EXPECT_EQ(registers.disable_account(house, "nobody"), Disabled::no_such);
  EXPECT_FALSE(registers.add_token(house, "nobody", "another", 30));
}

TEST_F(RegistersHouse, TokensExpireByRealTime) {
  add_account("anne");
  registers.add_token(house, "anne", "hash-of-token", 30);
  registers.set_manual_clock(instant("2150-01-01T00:00:00Z"));
  EXPECT_TRUE(registers.caller_of_token("hash-of-token"));
  ask("update token set expires_at = clock_timestamp()");
  EXPECT_FALSE(registers.caller_of_token("hash-of-token"));
}

TEST_F(RegistersHouse, TheManualClockOnlyGoesForward) {
  EXPECT_TRUE(registers.clock().manual);
  EXPECT_EQ(registers.clock().now, instant("2026-03-02T09:00:00Z"));
  EXPECT_THROW(registers.set_manual_clock(instant("2026-03-02T08:59:59Z")), std::invalid_argument);
  registers.set_manual_clock(instant("2026-03-03T00:00:00.5+01:00"));
  EXPECT_EQ(registers.clock().now, instant("2026-03-02T23:00:00.5Z"));
  EXPECT_THROW(registers.start_real_clock(), std::invalid_argument);
}

TEST(RealClock, LetsNoManualOneComeAfterIt) {
  ScratchDatabase database;
  postgres::Pool pool(database.connection_string(), 1, postgres::web_pool_options());
  postgres::PostgresRegisters registers(pool);
  EXPECT_FALSE(registers.clock().manual);
  registers.start_real_clock();
  registers.start_real_clock();
  EXPECT_THROW(registers.set_manual_clock(instant("2150-01-01T00:00:00Z")), std::invalid_argument);
}

TEST_F(RegistersHouse, SettingsAreKeptWithTheirHistory) {
  EXPECT_TRUE(registers.setting(house, "colour").is_null());
  registers.set_setting(house, "colour", {{"ink", "été"}}, "anne");
  registers.set_setting(house, "colour", "blue", "bruno");
  EXPECT_EQ(registers.setting(house, "colour"), "blue");
  EXPECT_EQ(
      ask_one("select string_agg(revision || ' ' || set_by || ' ' || value::text, '; ' order by revision) "
              "from setting_history"),
      "1 anne {\"ink\": \"été\"}; 2 bruno \"blue\"");
}

TEST_F(RegistersHouse, DecisionsReadSettingsAgainWhenTheyChanged) {
  auto const defaults = settings.settings(house, 0);
  EXPECT_EQ(defaults->calendar.region(), HolidayRegion::metropole);
  EXPECT_EQ(defaults->reasons.renounced, "118");
  EXPECT_EQ(settings.settings(house, 0), defaults) << "kept in memory";
  registers.set_setting(
      house, "calendar",
      {{"region", "alsace-moselle"},
       {"closures", {{{"first", "2026-08-01"}, {"last", "2026-08-23"}, {"reason", "Été"}}}}},
      "anne");
  registers.set_setting(house, "reasons", {{"renounced", "121"}}, "anne");
  LoadRequest request;
  request.establishment = house;
  auto const revision = store.load(request).settings_revision;
  EXPECT_EQ(revision, 2);
  auto const changed = settings.settings(house, revision);
  EXPECT_EQ(changed->revision, 2);
  EXPECT_EQ(changed->calendar.region(), HolidayRegion::alsace_moselle);
  EXPECT_FALSE(changed->calendar.is_opening_day(date("2026-08-03")));
  EXPECT_EQ(changed->reasons.renounced, "121");
  EXPECT_EQ(changed->reasons.no_show, "148");
}

TEST_F(RegistersHouse, RefusesSettingsThatDecisionsCouldNotRead) {
  auto const refuse = [&](char const* name, Json const& value) {
    EXPECT_THROW(registers.set_setting(house, name, value, "anne"), std::invalid_argument) << value;
  };
  refuse("calendar", "metropole");
  refuse("calendar", {{"region", "bretagne"}});
  refuse("calendar", {{"holidays", 1}});
  refuse("calendar", {{"closures", 3}});
  refuse("calendar", {{"closures", {{{"first", "2026-08-01"}}}}});
  refuse("calendar", {{"closures", {{{"first", "2026-08-23"}, {"last", "2026-08-01"}, {"reason", ""}}}}});
  refuse("reasons", {{"renounced", "quit"}});
  refuse("reasons", {{"renounced", 118}});
  EXPECT_TRUE(registers.setting(house, "calendar").is_null());
}

}  // namespace jalon::kit
