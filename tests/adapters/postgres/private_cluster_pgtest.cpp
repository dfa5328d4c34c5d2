#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "tests/adapters/postgres/private_cluster_fixture.hpp"

using namespace std::chrono_literals;
using jalon::kit::ProcessWatch;
using jalon::postgres::PrivateCluster;
using testing::AllOf;
using testing::HasSubstr;

namespace {

struct PrivateClusterTest : PrivateClusterFixture {};

}  // namespace

TEST_F(PrivateClusterTest, IsSafeAndClosedToTheNetwork) {
  auto const cluster = PrivateCluster::serve(data);
  auto const setting = [&](std::string const& name) {
    return ask(cluster->connection_string(), "show " + name);
  };
  EXPECT_EQ(setting("listen_addresses"), "");
  EXPECT_EQ(setting("fsync"), "on");
  EXPECT_EQ(setting("full_page_writes"), "on");
  EXPECT_EQ(setting("synchronous_commit"), "on");
  EXPECT_EQ(setting("data_checksums"), "on");
  EXPECT_EQ(setting("server_encoding"), "UTF8");
  EXPECT_EQ(setting("lc_collate"), "C.UTF-8");
  EXPECT_EQ(setting("jit"), "off");
  struct stat socket {};
  ASSERT_EQ(stat((data / "socket").c_str(), &socket), 0);
  EXPECT_EQ(socket.st_mode & 07777, 0700U);
}

TEST_F(PrivateClusterTest, GivesTheProgramARoleThatRowLevelSecurityBinds) {
  auto const cluster = PrivateCluster::serve(data);
  EXPECT_EQ(ask(cluster->connection_string(), "select current_user || ' in ' || current_database()"),
            "jalon in jalon");
  EXPECT_EQ(ask(cluster->connection_string(),
                "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"),
            "f");
}

TEST_F(PrivateClusterTest, KeepsItsDataFromOneRunToTheNext) {
  tell(PrivateCluster::serve(data)->connection_string(), "create table kept as select 42 as answer");
  EXPECT_EQ(ask(PrivateCluster::serve(data)->connection_string(), "select answer from kept"), "42");
}

TEST_F(PrivateClusterTest, StopsItsPostgresqlOnExit) {
  auto cluster = PrivateCluster::serve(data);
  ProcessWatch const watch(postgres_process());
  cluster.reset();
  EXPECT_TRUE(watch.ends_within(0ms));
}

TEST_F(PrivateClusterTest, ASecondServerOnTheSameFolderIsToldOfTheFirst) {
  auto const cluster = PrivateCluster::serve(data);
  EXPECT_THAT(refusal([&] { PrivateCluster::serve(data); }),
              AllOf(HasSubstr("Un serveur Jalon tourne déjà"), HasSubstr(data.string()),
                    HasSubstr(std::to_string(getpid()))));
  EXPECT_EQ(ask(cluster->connection_string(), "select 1"), "1");
}

TEST_F(PrivateClusterTest, AVerbJoinsTheRunningServerAndLeavesItRunning) {
  auto const cluster = PrivateCluster::serve(data);
  auto const process = postgres_process();
  auto verb = PrivateCluster::join(data);
  EXPECT_EQ(ask(verb->connection_string(), "select current_user"), "jalon");
  verb.reset();
  EXPECT_EQ(postgres_process(), process);
  EXPECT_EQ(ask(cluster->connection_string(), "select 1"), "1");
}

TEST_F(PrivateClusterTest, AVerbStartsPostgresqlForItsOwnDurationWhenNoneRuns) {
  auto verb = PrivateCluster::join(data);
  EXPECT_EQ(ask(verb->connection_string(), "select current_user"), "jalon");
  ProcessWatch const watch(postgres_process());
  verb.reset();
  EXPECT_TRUE(watch.ends_within(0ms));
}

TEST_F(PrivateClusterTest, SeveralVerbsAtOnceOnAnEmptyFolderAllDoTheirWork) {
  tell(PrivateCluster::join(data)->connection_string(), "create table done (verb integer)");
  std::vector<std::thread> verbs;
  for (int verb = 0; verb < 4; ++verb) {
    verbs.emplace_back([this, verb] {
      auto const cluster = PrivateCluster::join(data);
      tell(cluster->connection_string(), "insert into done values (" + std::to_string(verb) + ")");
    });
  }
  for (auto& verb : verbs) {
    verb.join();
  }
  EXPECT_EQ(ask(PrivateCluster::join(data)->connection_string(), "select count(*) from done"), "4");
}

TEST_F(PrivateClusterTest, AServerWaitsForAVerbThatStartedFirst) {
  auto verb = PrivateCluster::join(data);
  std::thread server([this] {
    auto const cluster = PrivateCluster::serve(data);
    EXPECT_EQ(ask(cluster->connection_string(), "select count(*) from of_the_verb"), "0");
  });
  tell(verb->connection_string(), "create table of_the_verb ()");
  verb.reset();
  server.join();
}
