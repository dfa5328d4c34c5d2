// F19. More callers than connections.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "adapters/postgres/connection_pool.hpp"
#include "adapters/postgres/private_cluster.hpp"
#include "tests/kit/scratch_database.hpp"
#include "tests/kit/temporary_folder.hpp"

using namespace std::chrono_literals;
using jalon::kit::ScratchDatabase;
using jalon::postgres::Lease;
using jalon::postgres::Pool;
using jalon::postgres::PoolOptions;
using jalon::postgres::Unavailable;

namespace {

struct ConnectionPool : testing::Test {
  ScratchDatabase database;

  std::string ask(Lease const& lease, std::string const& question) const {
    return pqxx::nontransaction(*lease).exec1(question)[0].c_str();
  }

  // Returns when the backend is gone.
  void terminate(int backend) const {
    pqxx::connection other(database.administration_connection_string());
    auto const ended = pqxx::nontransaction(other).exec1("select pg_terminate_backend(" +
                                                         std::to_string(backend) + ", 30000)");
    ASSERT_TRUE(ended[0].as<bool>());
  }
};

}  // namespace

TEST_F(ConnectionPool, NeverOpensMoreConnectionsThanItsSize) {
  Pool pool(database.connection_string(), 2);
  auto const first = pool.lease(10s);
  auto const second = pool.lease(10s);
  EXPECT_EQ(pool.in_use(), 2U);
  EXPECT_THROW(pool.lease(20ms), Unavailable);
  EXPECT_EQ(ask(first, "select count(*) from pg_stat_activity where datname = current_database()"), "2");
}

TEST_F(ConnectionPool, HandsAReturnedConnectionToTheOneWhoWaits) {
  Pool pool(database.connection_string(), 1);
  auto lease = std::make_unique<Lease>(pool.lease(10s));
  auto const backend = (*lease)->backendpid();
  auto waiting = std::async(std::launch::async, [&] { return pool.lease(60s)->backendpid(); });
  lease.reset();
  EXPECT_EQ(waiting.get(), backend);
}

TEST_F(ConnectionPool, ServesManyThreadsWithFewConnections) {
  Pool pool(database.connection_string(), 2);
  std::atomic<int> sum{0};
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 16; ++thread) {
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) {
        sum += std::stoi(ask(pool.lease(60s), "select 1"));
      }
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(sum, 320);
  EXPECT_EQ(pool.in_use(), 0U);
}

TEST_F(ConnectionPool, ReplacesAConnectionThatBrokeWhileItLayIdle) {
  Pool pool(database.connection_string(), 1);
  auto const backend = pool.lease(10s)->backendpid();
  terminate(backend);
  auto const lease = pool.lease(10s);
  EXPECT_EQ(ask(lease, "select 1"), "1");
  EXPECT_NE(lease->backendpid(), backend);
}

TEST_F(ConnectionPool, ReplacesAConnectionThatBreaksInUse) {
  Pool pool(database.connection_string(), 1);
  {
    auto const lease = pool.lease(10s);
    terminate(lease->backendpid());
    EXPECT_THROW(ask(lease, "select 1"), pqxx::broken_connection);
    EXPECT_THROW(ask(lease, "select 1"), pqxx::broken_connection) << "it must not reconnect by itself";
  }
  EXPECT_EQ(ask(pool.lease(10s), "select 1"), "1");
}

TEST_F(ConnectionPool, SetsTheLimitsOfASession) {
  PoolOptions options;
  options.session.statement_timeout = 1234ms;
  options.session.lock_timeout = 567ms;
  options.session.idle_in_transaction_timeout = 8900ms;
  Pool pool(database.connection_string(), 1, options);
  auto const lease = pool.lease(10s);
  EXPECT_EQ(ask(lease, "show application_name"), "jalon");
  EXPECT_EQ(ask(lease, "show timezone"), "UTC");
  EXPECT_EQ(ask(lease, "show statement_timeout"), "1234ms");
  EXPECT_EQ(ask(lease, "show lock_timeout"), "567ms");
  EXPECT_EQ(ask(lease, "show idle_in_transaction_session_timeout"), "8900ms");
}

TEST_F(ConnectionPool, PreparesEveryNewConnection) {
  PoolOptions options;
  options.prepare = [](pqxx::connection& connection) { connection.prepare("twice", "select 2 * $1::int"); };
  Pool pool(database.connection_string(), 1, options);
  for (int round = 0; round < 2; ++round) {
    auto const lease = pool.lease(10s);
    EXPECT_EQ(pqxx::nontransaction(*lease).exec_prepared1("twice", 21)[0].as<int>(), 42);
    terminate(lease->backendpid());
  }
}

TEST_F(ConnectionPool, AFailureOfTheCallerLeavesTheConnectionFitForTheNext) {
  Pool pool(database.connection_string(), 1);
  {
    auto const lease = pool.lease(10s);
    pqxx::work work(*lease);
    EXPECT_THROW(work.exec("select 1 / 0"), pqxx::sql_error);
  }
  EXPECT_EQ(ask(pool.lease(10s), "select 1"), "1");
}

TEST(ConnectionPoolWithoutDatabase, SaysWhyNothingIsToBeHad) {
  Pool pool("host=/nowhere/at/all dbname=jalon", 1);
  try {
    pool.lease(50ms);
    FAIL();
  } catch (Unavailable const& unavailable) {
    EXPECT_THAT(unavailable.what(), testing::HasSubstr("/nowhere/at/all"));
  }
  EXPECT_EQ(pool.in_use(), 0U);
}

TEST(ConnectionPoolWithoutDatabase, FindsTheDatabaseAgainWhenItComesBack) {
  jalon::kit::TemporaryFolder folder;
  auto cluster = jalon::postgres::PrivateCluster::serve(folder.path() / "data");
  Pool pool(cluster->connection_string(), 4);
  { auto const lease = pool.lease(10s); }
  cluster.reset();
  EXPECT_THROW(pool.lease(50ms), Unavailable);
  std::vector<std::future<int>> waiting;
  for (int caller = 0; caller < 4; ++caller) {
    waiting.push_back(std::async(std::launch::async, [&] {
      auto const lease = pool.lease(120s);
      return pqxx::nontransaction(*lease).exec1("select 1")[0].as<int>();
    }));
  }
  cluster = jalon::postgres::PrivateCluster::serve(folder.path() / "data");
  for (auto& caller : waiting) {
    EXPECT_EQ(caller.get(), 1);
  }
}
