#include <signal.h>

#include <fstream>

#include "adapters/postgres/cluster/binaries.hpp"
#include "adapters/postgres/cluster/child_process.hpp"
#include "adapters/postgres/cluster/data_folder.hpp"
#include "adapters/postgres/connection_pool.hpp"
#include "tests/adapters/postgres/private_cluster_fixture.hpp"

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using jalon::kit::Child;
using jalon::kit::ProcessWatch;
using jalon::postgres::PrivateCluster;

namespace {

struct PrivateClusterRecovery : PrivateClusterFixture {};

}  // namespace

TEST_F(PrivateClusterRecovery, PostgresqlEndsWhenTheServingProcessIsKilled) {
  Child server([this] { serve_and_write(data); });
  ProcessWatch const watch(postgres_process());
  server.kill_9();
  EXPECT_TRUE(watch.ends_within(60s));
}

TEST_F(PrivateClusterRecovery, ServesAgainRightAfterAKillWithAllThatWasCommitted) {
  Child server([this] { serve_and_write(data); });
  server.kill_9();
  auto const cluster = PrivateCluster::serve(data);
  EXPECT_EQ(ask(cluster->connection_string(), "select answer from kept"), "42");
}

TEST_F(PrivateClusterRecovery, AVerbWorksRightAfterAKill) {
  Child server([this] { serve_and_write(data); });
  server.kill_9();
  EXPECT_EQ(ask(PrivateCluster::join(data)->connection_string(), "select answer from kept"), "42");
}

TEST_F(PrivateClusterRecovery, StopsAPostgresqlThatWasLeftBehindAlive) {
  tell(PrivateCluster::serve(data)->connection_string(), "create table kept as select 42 as answer");
  auto const opened = jalon::postgres::open_data_folder(data);
  auto const binaries = jalon::postgres::find_binaries(std::nullopt);
  ProcessWatch const orphan(
      jalon::postgres::start({{binaries.postgres().string(), "-D", opened.cluster().string(), "-k",
                               (data / "socket").string(), "-c", "listen_addresses="},
                              opened.account}));
  while (!jalon::postgres::read_server_file(data / "cluster")) {
    ASSERT_FALSE(orphan.ends_within(5ms));
  }
  auto const cluster = PrivateCluster::serve(data);
  EXPECT_TRUE(orphan.ends_within(0ms));
  EXPECT_EQ(ask(cluster->connection_string(), "select answer from kept"), "42");
}

TEST_F(PrivateClusterRecovery, IsNotHeldUpByTheFileOfADeadPostgresqlWhoseNumberAnotherProcessBears) {
  PrivateCluster::serve(data);
  auto const opened = jalon::postgres::open_data_folder(data);
  Child stranger([&] { ASSERT_TRUE(jalon::postgres::become(opened.account)); });
  std::ofstream(data / "cluster" / "postmaster.pid")
      << stranger.process() << "\n"
      << (data / "cluster").string() << "\n1\n5432\n/tmp\n\n\nready\n";
  auto const cluster = PrivateCluster::serve(data);
  EXPECT_EQ(ask(cluster->connection_string(), "select 1"), "1");
  EXPECT_EQ(kill(stranger.process(), 0), 0);
}

TEST_F(PrivateClusterRecovery, BeginsAnewAfterAnInitialisationThatWasKilled) {
  fs::create_directories(data / "cluster.unfinished.7");
  std::ofstream(data / "cluster.unfinished.7" / "PG_VERSION") << "15\n";
  EXPECT_EQ(ask(PrivateCluster::serve(data)->connection_string(), "select 1"), "1");
  EXPECT_FALSE(fs::exists(data / "cluster.unfinished.7"));
}

TEST_F(PrivateClusterRecovery, ComesBackWhenPostgresqlItselfIsKilled) {
  auto const cluster = PrivateCluster::serve(data);
  jalon::postgres::Pool pool(cluster->connection_string(), 1);
  ProcessWatch const backend(pool.lease(10s)->backendpid());
  auto const killed = postgres_process();
  ASSERT_EQ(kill(killed, SIGKILL), 0);
  ASSERT_TRUE(backend.ends_within(60s));
  auto const lease = pool.lease(60s);
  EXPECT_EQ(pqxx::nontransaction(*lease).exec1("select 1")[0].as<int>(), 1);
  EXPECT_NE(postgres_process(), killed);
}
