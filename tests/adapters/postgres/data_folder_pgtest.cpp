#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "adapters/postgres/cluster/account.hpp"
#include "tests/adapters/postgres/private_cluster_fixture.hpp"

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using jalon::kit::Child;
using jalon::kit::ProcessWatch;
using jalon::postgres::PrivateCluster;
using testing::AllOf;
using testing::HasSubstr;

namespace {

struct DataFolderTest : PrivateClusterFixture {};

}  // namespace

TEST_F(DataFolderTest, AFolderThatThePostgresAccountCannotReachIsRefusedByName) {
  if (geteuid() != 0) {
    GTEST_SKIP() << "only root runs PostgreSQL under another account";
  }
  auto const closed = folder.path() / "closed";
  fs::create_directory(closed);
  fs::permissions(closed, fs::perms::owner_all);
  EXPECT_THAT(refusal([&] { PrivateCluster::serve(closed / "data"); }),
              AllOf(HasSubstr((closed / "data").string()), HasSubstr("« postgres »"),
                    HasSubstr("traverser « " + closed.string() + " »"), HasSubstr("--data-dir")));
  EXPECT_TRUE(fs::is_empty(closed));
}

TEST_F(DataFolderTest, ADataFolderThatIsItselfClosedIsRefusedByName) {
  if (geteuid() != 0) {
    GTEST_SKIP() << "only root runs PostgreSQL under another account";
  }
  fs::create_directory(data);
  fs::permissions(data, fs::perms::owner_all);
  EXPECT_THAT(refusal([&] { PrivateCluster::join(data); }), HasSubstr("traverser « " + data.string() + " »"));
  EXPECT_TRUE(fs::is_empty(data));
}

TEST_F(DataFolderTest, AFileInPlaceOfTheFolderIsRefused) {
  std::ofstream(data) << "no folder";
  EXPECT_THAT(refusal([&] { PrivateCluster::serve(data); }), HasSubstr(data.string()));
}

TEST_F(DataFolderTest, AFolderThatIsNoClusterIsNotTakenForOne) {
  fs::create_directories(data / "cluster");
  std::ofstream(data / "cluster" / "letter.txt") << "mine";
  EXPECT_THAT(refusal([&] { PrivateCluster::serve(data); }), HasSubstr("n'est pas une instance PostgreSQL"));
  EXPECT_TRUE(fs::exists(data / "cluster" / "letter.txt"));
}

TEST_F(DataFolderTest, WorksInAFolderWhosePathIsTooLongForASocket) {
  data = folder.path() / std::string(90, 'x') / std::string(90, 'y');
  fs::path socket;
  {
    auto const cluster = PrivateCluster::serve(data);
    auto const verb = PrivateCluster::join(data);
    EXPECT_EQ(ask(verb->connection_string(), "select current_user"), "jalon");
    socket = jalon::postgres::read_server_file(data / "cluster")->socket_folder;
    EXPECT_LT(socket.string().size(), 90U);
    EXPECT_TRUE(fs::exists(socket));
  }
  EXPECT_FALSE(fs::exists(socket));
}

TEST_F(DataFolderTest, WorksInAFolderWithSpacesQuotesCommasAndAccents) {
  data = folder.path() / "l'établissement, n\\o \"1\"";
  auto const cluster = PrivateCluster::serve(data);
  EXPECT_EQ(ask(cluster->connection_string(), "select current_user"), "jalon");
}

TEST_F(DataFolderTest, AnOrdinaryUserRunsItUnderTheirOwnName) {
  if (geteuid() != 0) {
    GTEST_SKIP() << "every other test already runs as an ordinary user";
  }
  fs::create_directory(data);
  ASSERT_EQ(chown(data.c_str(), 65534, 65534), 0);
  Child server([this] {
    if (!jalon::postgres::become({"nobody", 65534, 65534, {}, true})) {
      throw std::runtime_error("cannot become nobody");
    }
    serve_and_write(data);
  });
  struct stat cluster {};
  ASSERT_EQ(stat((data / "cluster").c_str(), &cluster), 0);
  EXPECT_EQ(cluster.st_uid, 65534U);
  ProcessWatch const watch(postgres_process());
  server.kill_9();
  EXPECT_TRUE(watch.ends_within(60s));
}

TEST(DefaultDataDir, IsUnderVarLibForRoot) {
  if (geteuid() != 0) {
    GTEST_SKIP() << "not root";
  }
  EXPECT_EQ(jalon::postgres::default_data_dir(), "/var/lib/jalon");
}

TEST(DefaultDataDir, IsInTheDataHomeOfAnOrdinaryUser) {
  Child user([] {
    if (geteuid() == 0 && setuid(65534) != 0) {
      throw std::runtime_error("cannot become nobody");
    }
    auto const expect = [](fs::path const& wanted) {
      if (jalon::postgres::default_data_dir() != wanted) {
        throw std::runtime_error(jalon::postgres::default_data_dir().string());
      }
    };
    setenv("HOME", "/home/claire", 1);
    setenv("XDG_DATA_HOME", "/srv/claire", 1);
    expect("/srv/claire/jalon");
    setenv("XDG_DATA_HOME", "relative/paths/are/ignored", 1);
    expect("/home/claire/.local/share/jalon");
    unsetenv("XDG_DATA_HOME");
    expect("/home/claire/.local/share/jalon");
  });
}
