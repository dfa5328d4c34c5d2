#include <gtest/gtest.h>

#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

using namespace std::chrono_literals;

// What the pool tells the database of whom a thread acts for.
struct ScopeOfAPool : testing::Test, PostgresHouse {
  postgres::Pool one{database.connection_string(), 1, postgres::web_pool_options()};

  std::string cases_seen(postgres::Pool& of_pool) {
    auto const lease = of_pool.lease(30s);
    return pqxx::nontransaction(*lease).exec1("select count(*) from \"case\"")[0].c_str();
  }
};

}  // namespace

TEST_F(ScopeOfAPool, ShowsTheRowsOfTheEstablishmentInForceOnly) {
  open();
  EXPECT_EQ(cases_seen(one), "1");
  {
    EstablishmentScope const of_nobody("");
    EXPECT_EQ(cases_seen(one), "0");
  }
  EstablishmentScope const of_another("another");
  EXPECT_EQ(cases_seen(one), "0");
}

TEST_F(ScopeOfAPool, DoesNotOutliveARequestThatWasAborted) {
  open();
  try {
    auto const lease = one.lease(30s);
    pqxx::work aborted(*lease);
    aborted.exec("select 1 / 0");
  } catch (pqxx::sql_error const&) {
  }
  EstablishmentScope const of_nobody("");
  EXPECT_EQ(cases_seen(one), "0");
}

TEST_F(ScopeOfAPool, FindsTheConnectionThatHasTheEstablishment) {
  postgres::Pool two(database.connection_string(), 2, postgres::web_pool_options());
  auto const process = [&] { return two.lease(30s)->backendpid(); };
  int ours = 0, theirs = 0;
  {
    auto const held = two.lease(30s);
    ours = held->backendpid();
    EstablishmentScope const of_another("another");
    theirs = process();
  }
  EXPECT_NE(ours, theirs);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(process(), ours);
    EstablishmentScope const of_another("another");
    EXPECT_EQ(process(), theirs);
  }
}

TEST_F(ScopeOfAPool, IsOfItsThreadAlone) {
  open();
  EXPECT_EQ(beside([&] { return cases_seen(one); }).get(), "1");
  EXPECT_EQ(std::async(std::launch::async, [&] { return cases_seen(one); }).get(), "0");
}

}  // namespace jalon::kit
