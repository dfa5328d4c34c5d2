#include <gtest/gtest.h>

#include <pqxx/pqxx>

#include "tests/kit/scratch_database.hpp"

namespace {

struct ClockOfRecord : testing::Test {
  jalon::kit::ScratchDatabase database;
  pqxx::connection connection{database.connection_string()};

  std::string ask(std::string const& question) {
    return pqxx::nontransaction(connection).exec1(question)[0].c_str();
  }
  void tell(std::string const& statement) { pqxx::nontransaction(connection).exec(statement); }
  void show(std::string const& instant) {
    tell("update clock set mode = 'manual', manual_now = '" + instant + "'");
  }
};

}  // namespace

TEST_F(ClockOfRecord, IsTheServersClockAtFirst) {
  EXPECT_EQ(ask("select jalon_now() between clock_timestamp() - interval '1 minute' and clock_timestamp()"),
            "t");
}

TEST_F(ClockOfRecord, StandsStillAndMovesByHandWhenItIsManual) {
  show("2026-01-05T09:00:00Z");
  EXPECT_EQ(ask("select jalon_now() = '2026-01-05T09:00:00Z'"), "t");
  show("2026-01-06T09:00:00Z");
  EXPECT_EQ(ask("select jalon_now() = '2026-01-06T09:00:00Z'"), "t");
}

TEST_F(ClockOfRecord, CountsDaysInParis) {
  show("2026-01-05T22:59:59Z");
  EXPECT_EQ(ask("select jalon_today()"), "2026-01-05");
  show("2026-01-05T23:00:00Z");
  EXPECT_EQ(ask("select jalon_today()"), "2026-01-06");
  show("2026-07-01T22:00:00Z");
  EXPECT_EQ(ask("select jalon_today()"), "2026-07-02");
}

TEST_F(ClockOfRecord, NeverGoesBack) {
  show("2026-01-05T09:00:00Z");
  EXPECT_THROW(show("2026-01-05T08:59:59Z"), pqxx::check_violation);
  EXPECT_THROW(tell("delete from clock"), pqxx::check_violation);
}

TEST_F(ClockOfRecord, HasNoManualModeOnceItHasRunOnTheRealClock) {
  tell("update clock set started_real_at = clock_timestamp()");
  EXPECT_THROW(show("2026-01-05T09:00:00Z"), pqxx::check_violation);
  EXPECT_THROW(tell("update clock set started_real_at = null"), pqxx::check_violation);
}

TEST_F(ClockOfRecord, IsAlone) {
  EXPECT_THROW(tell("insert into clock default values"), pqxx::unique_violation);
  EXPECT_THROW(tell("insert into clock (only_row) values (false)"), pqxx::check_violation);
}
